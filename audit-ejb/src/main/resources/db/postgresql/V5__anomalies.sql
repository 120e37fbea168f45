-- Up to when each detector has judged what was received: docs/adr/0014-windows-and-history.md. Locked while it judges.
create table detection (
    detector     text        primary key,
    judged_until timestamptz not null
);

-- What shows only over many executions. A subject that is conspicuous in one window after the other is one row, which
-- grows: window_from is the start of the first, window_to the end of the last, windows their number; severity, degree,
-- message and evidence are those of the worst.
-- severity is the rank: 1 LOW, 2 MEDIUM, 3 HIGH, 4 CRITICAL. Of the subject, what does not matter to it is ''.
create table anomaly (
    id          bigint           generated always as identity primary key,
    detector    text             not null,
    -- hash of what the subject is; names from outside can be longer than an entry of an ordinary index
    subject     text             not null,
    tenant_id   text             not null,
    application text             not null,
    db_system   text             not null,
    db_name     text             not null,
    db_user     text             not null,
    end_user    text             not null,
    fingerprint text             not null,
    table_name  text             not null,
    window_from timestamptz      not null,
    window_to   timestamptz      not null,
    windows     integer          not null default 1,
    severity    smallint         not null check (severity between 1 and 4),
    degree      double precision not null,
    message     text             not null,
    evidence    jsonb            not null,
    detected_at timestamptz      not null,
    check (window_to > window_from)
);

create unique index anomaly_key on anomaly (detector, subject, window_from);
create index anomaly_last on anomaly (window_to desc, id desc);
create index anomaly_by_detector on anomaly (detector, window_to desc, id desc);
create index anomaly_by_application on anomaly using hash (application);
