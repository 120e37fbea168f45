-- What proves that the rows of ClickHouse are the ones that were stored: docs/adr/0010-tamper-evidence.md. Hashes are
-- SHA-256; a signature is Ed25519 in base 64 by the key of that id.

-- One row for each batch [from_offset, to_offset), also for one without events. root is that of the tree above its rows;
-- link is computed from the other columns before it and from the link of the partition's batch before, and is signed.
create table evidence_batch (
    topic       text        not null,
    partition   integer     not null,
    from_offset bigint      not null,
    to_offset   bigint      not null,
    received_at timestamptz not null,
    events      integer     not null,
    format      integer     not null,
    root        bytea       not null,
    previous    bytea       not null,
    link        bytea       not null,
    key_id      text        not null,
    signature   text        not null,
    primary key (topic, partition, from_offset)
);

create index evidence_batch_received on evidence_batch (topic, partition, received_at);

-- Batches before to_offset that retention has let go; the chain goes on from their last link.
create table evidence_release (
    topic           text        not null,
    partition       integer     not null,
    to_offset       bigint      not null,
    received_before timestamptz not null,
    days            integer     not null,
    link            bytea       not null,
    released_at     timestamptz not null,
    key_id          text        not null,
    signature       text        not null,
    primary key (topic, partition, to_offset)
);

-- Events that a person had erased; leaf takes the place of the row. gone_at is null while ClickHouse may still have it.
create table evidence_erasure (
    topic        text        not null,
    partition    integer     not null,
    event_offset bigint      not null,
    leaf         bytea       not null,
    reason       text        not null,
    erased_by    text        not null,
    erased_at    timestamptz not null,
    gone_at      timestamptz,
    key_id       text        not null,
    signature    text        not null,
    primary key (topic, partition, event_offset)
);

create index evidence_erasure_pending on evidence_erasure (erased_at) where gone_at is null;
