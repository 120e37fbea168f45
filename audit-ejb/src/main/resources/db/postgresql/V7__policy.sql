-- What operators decide about judging: docs/adr/0015-policy.md.

-- The version in force: one row. A claim reads it, and a change locks it, so that versions follow each other.
create table policy_head (
    single  boolean primary key default true check (single),
    version bigint  not null
);

insert into policy_head (version) values (0);

-- A version never changes. document is all that judging goes by, as JSON.
create table policy_version (
    version  bigint      primary key check (version > 0),
    document text        not null,
    comment  text        not null,
    made_by  text        not null,
    made_at  timestamptz not null
);

-- Exemptions that were asked for; request is JSON. approver is null until somebody other than the owner approves, ended_at
-- until somebody takes it back. applied counts the findings that it let pass, and changes with a batch that has some.
create table policy_exemption (
    id          bigint      generated always as identity primary key,
    request     text        not null,
    owner       text        not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    approver    text,
    approved_at timestamptz,
    ended_by    text,
    ended_at    timestamptz,
    applied     bigint      not null default 0,
    applied_at  timestamptz,
    check (approver <> owner),
    check ((approver is null) = (approved_at is null)),
    check ((ended_by is null) = (ended_at is null))
);

-- Who changed what: before and after are JSON, '' for nothing. version is the one that the change made, if it made one.
create table policy_change (
    id         bigint      generated always as identity primary key,
    changed_at timestamptz not null,
    changed_by text        not null,
    action     text        not null,
    exemption  bigint      references policy_exemption (id),
    version    bigint      references policy_version (version),
    before     text        not null,
    after      text        not null
);

-- The policy that the claimed batch is judged by, however often it is repeated.
alter table intake_position add column claimed_policy bigint not null default 0;
