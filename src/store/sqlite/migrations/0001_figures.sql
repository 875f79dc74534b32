-- What was delivered is never overwritten. Each thing that has an identity (a unit, a measure …) has one row for its code
-- and one row for every delivery that described it; each figure has one row for every delivery that stated it.
-- What stands is the row of the newest delivery that is not undone.

create table revision (
    number integer not null -- counts every change, so that readers know when to look again
) strict;
insert into revision values (0);

create table delivery (
    id            integer primary key,
    received      text not null,
    undone        text,
    source        text not null,
    format        text not null,
    rows          integer not null default 0,
    added         integer not null default 0,
    revised       integer not null default 0,
    unchanged     integer not null default 0,
    left_out      integer not null default 0,
    figures       integer not null default 0, -- its rows in observation
    without_value integer not null default 0,
    complaints    integer not null default 0
) strict;

create table complaint (
    delivery    integer not null references delivery,
    position    integer not null,
    file        text not null,
    row         integer not null,
    column_name text not null,
    content     text not null,
    problem     text not null,
    remedy      text not null,
    is_left_out integer not null,
    primary key (delivery, position)
) strict, without rowid;

create table unit (
    id   integer primary key,
    code text not null unique
) strict;

create table unit_version (
    unit           integer not null references unit,
    delivery       integer not null references delivery,
    name           text not null,
    parent         integer references unit,
    kind           text not null,
    operation      text not null,
    valid_from     text,
    valid_to       text,
    external_codes text not null, -- JSON object: system → code
    primary key (unit, delivery)
) strict, without rowid;

create table measure (
    id   integer primary key,
    code text not null unique
) strict;

create table measure_version (
    measure         integer not null references measure,
    delivery        integer not null references delivery,
    title           text not null,
    title_en        text not null,
    definition      text not null,
    unit_of_measure text not null,
    kind            text not null,
    multiplier      real not null,
    polarity        text not null,
    aggregation     text not null,
    periodicity     text,
    level           text not null,
    perspective     text not null,
    area            text not null,
    source          text not null,
    owner           text not null,
    people          text not null,
    min_effect      real,
    decimals        integer,
    weight          real not null,
    primary key (measure, delivery)
) strict, without rowid;

create table subgroup (
    id   integer primary key,
    code text not null unique
) strict;

create table subgroup_version (
    subgroup integer not null references subgroup,
    delivery integer not null references delivery,
    name     text not null,
    name_en  text not null,
    kind     text not null,
    primary key (subgroup, delivery)
) strict, without rowid;

create table peer_group (
    id   integer primary key,
    code text not null unique
) strict;

create table peer_group_version (
    peer_group integer not null references peer_group,
    delivery   integer not null references delivery,
    name       text not null,
    owner      integer references unit,
    area       text not null,
    year       integer,
    primary key (peer_group, delivery)
) strict, without rowid;

create table peer_group_member (
    peer_group integer not null,
    delivery   integer not null,
    unit       integer not null references unit,
    primary key (peer_group, delivery, unit),
    foreign key (peer_group, delivery) references peer_group_version
) strict, without rowid;

create table target_version (
    measure      integer not null references measure,
    unit         integer not null references unit,
    subgroup     integer not null references subgroup,
    period       integer not null,
    delivery     integer not null references delivery,
    floor        real,
    target       real,
    stretch      real,
    is_inherited integer not null,
    primary key (measure, unit, subgroup, period, delivery)
) strict, without rowid;

create table series (
    id       integer primary key,
    measure  integer not null references measure,
    unit     integer not null references unit,
    subgroup integer not null references subgroup,
    unique (measure, unit, subgroup)
) strict;

create table observation (
    series      integer not null references series,
    period      integer not null, -- year × 100 + part, the parts as in ISO 8601-2: 00 year, 01–12 month, 33–36 quarter …
    delivery    integer not null references delivery,
    state       integer not null, -- 0 measured, 1 preliminary, 2 missing, 3 not applicable, 4 confidential
    value       real,
    numerator   real,
    denominator real,
    primary key (series, period, delivery),
    check (state between 0 and 4 and (value is not null) = (state < 2))
) strict, without rowid;

-- For people who read the database with SQL: the figures that stand now.
create view current_observation as
select m.code as measure, u.code as unit, g.code as subgroup, o.period, o.state, o.value, o.numerator, o.denominator,
       o.delivery
from observation o
join series s on s.id = o.series
join measure m on m.id = s.measure
join unit u on u.id = s.unit
join subgroup g on g.id = s.subgroup
where o.delivery = (select max(n.delivery) from observation n join delivery d on d.id = n.delivery
                    where n.series = o.series and n.period = o.period and d.undone is null);
