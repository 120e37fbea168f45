-- Who sent which dead letter to the topic of events again, so that each is sent once. Locked while it is sent. Until event
-- is known, the send may have been interrupted: the record is then looked for from target_offset on, where the partition
-- ended before.
create table dead_letter_replay (
    -- topic:partition:offset of the refused record and, since a topic can be made anew, its timestamp in milliseconds
    source           text        primary key,
    letter           text        not null,
    replayed_by      text        not null,
    begun_at         timestamptz not null,
    target_topic     text        not null,
    target_partition integer     not null,
    target_offset    bigint      not null,
    tries            integer     not null,
    event            text
);
