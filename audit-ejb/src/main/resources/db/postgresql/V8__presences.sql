-- On which days an actor was seen, and in which hours of them: bit 0 is the hour after midnight, all of UTC.
create table presence (
    actor bigint  not null references acquaintance_actor (id) on delete cascade,
    day   date    not null,
    hours integer not null,
    primary key (actor, day)
);
create index presence_day on presence (day);
