-- Which version of the policy an event was judged by, 0 before there was one, and what an exemption let pass: JSON like
-- findings, each with the number of the exemption. They come last, so that rows sealed before are hashed without them.
ALTER TABLE events ADD COLUMN IF NOT EXISTS policy_version Int64 DEFAULT 0 CODEC(Delta, ZSTD(1)) AFTER unchecked;

ALTER TABLE events ADD COLUMN IF NOT EXISTS exempted String DEFAULT '[]' CODEC(ZSTD(1)) AFTER policy_version;
