-- Up to when each partition is known to be stored wholly: whatever Kafka held of it at that time is in both stores.
create table intake_mark (
    topic        text        not null,
    partition    integer     not null,
    stored_until timestamptz not null,
    primary key (topic, partition)
);

-- What those who ask must know of the intake, as it was last started: one row.
create table intake_state (
    single     boolean primary key default true check (single),
    topic      text    not null,
    event_days integer not null
);

-- Whoever numbers its events. Numbers below judged have been judged: each was received, or lies in producer_gap. Of
-- those from judged on, producer_block tells. mark is the number that is judged up to next, once everything that Kafka
-- held some time after marked_at is stored; NULL if all numbers are judged.
--
-- seen is about the time of execution, heard about when it was stored. The names are those of all events, '' for
-- events without; the 65th stands for more. What is behind "told" was counted in metrics and, if dropped, put down in
-- producer_drop.
create table producer (
    id            bigint      generated always as identity primary key,
    key           bytea       not null unique,
    producer_id   text        not null,
    tenants       text[]      not null,
    applications  text[]      not null,
    instance      text        not null,
    host          text        not null,
    top           bigint      not null,
    judged        bigint      not null default 0,
    judged_seen   timestamptz,
    mark          bigint,
    marked_at     timestamptz,
    marked_seen   timestamptz,
    repeated      bigint      not null,
    repeated_told bigint      not null default 0,
    dropped       bigint      not null,
    dropped_told  bigint      not null default 0,
    first_seen    timestamptz not null,
    last_seen     timestamptz not null,
    heard_at      timestamptz not null,
    silent_since  timestamptz
)
-- Changes with every batch, and no index is on what changes.
with (fillfactor = 50);

-- Which of 1024 numbers, from block * 1024 on, were received. Gone once all of them are judged.
create table producer_block (
    producer   bigint      not null references producer (id) on delete cascade,
    block      bigint      not null,
    bits       bit(1024)   not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    primary key (producer, block)
)
with (fillfactor = 70);

-- Numbers first to last, which were overtaken and did not come; closed_at is when they did, and what came is kept.
-- They were given between the two times, which are those of the events around them once placed, and lie outside of
-- those before. A blurred gap was put together from several, because there were too many: missing of its numbers did
-- not come, which ones is no longer known.
create table producer_gap (
    id        bigint      generated always as identity primary key,
    producer  bigint      not null references producer (id) on delete cascade,
    first     bigint      not null,
    last      bigint      not null,
    missing   bigint      not null,
    blurred   boolean     not null default false,
    from_time timestamptz not null,
    to_time   timestamptz not null,
    placed    boolean     not null default false,
    opened_at timestamptz not null,
    closed_at timestamptz,
    check (last >= first)
);

create unique index producer_gap_open on producer_gap (producer, first) where closed_at is null;
create index producer_gap_not_placed on producer_gap (id) where closed_at is null and not placed;
create index producer_gap_kept on producer_gap (to_time);

-- How many events a producer said it had dropped between two times.
create table producer_drop (
    producer  bigint      not null references producer (id) on delete cascade,
    from_time timestamptz not null,
    to_time   timestamptz not null,
    dropped   bigint      not null,
    primary key (producer, to_time)
);

-- When a producer sent nothing for longer than it may; until is NULL while that lasts. Once given up, it no longer
-- counts as silent now.
create table producer_silence (
    producer bigint      not null references producer (id) on delete cascade,
    since    timestamptz not null,
    until    timestamptz,
    given_up boolean     not null default false,
    primary key (producer, since)
);

create index producer_silence_open on producer_silence (producer) where until is null or given_up;
