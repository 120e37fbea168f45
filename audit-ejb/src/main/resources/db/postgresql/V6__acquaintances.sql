-- What is known of an actor: which statements an application has executed, which tables a user has touched. A detector
-- has its own actors; subject is a hash of who the actor is, things counts what is known of it, heard_at is within a day
-- of when the actor was last seen.
create table acquaintance_actor (
    id       bigint      generated always as identity primary key,
    detector text        not null,
    subject  text        not null,
    since    timestamptz not null,
    heard_at timestamptz not null,
    things   bigint      not null default 0
);

create unique index acquaintance_actor_key on acquaintance_actor (detector, subject);

-- thing is a hash likewise.
create table acquaintance (
    actor bigint not null references acquaintance_actor (id) on delete cascade,
    thing text   not null,
    primary key (actor, thing)
);
