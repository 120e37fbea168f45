-- How much an actor did in an hour, by the time of execution, as far as it was judged. Little is forgotten after a while.
create table volume (
    actor      bigint      not null references acquaintance_actor (id) on delete cascade,
    hour       timestamptz not null,
    statements bigint      not null,
    returned   bigint      not null,
    primary key (actor, hour)
);
create index volume_hour on volume (hour);
