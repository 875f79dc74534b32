-- Marks on points in a series, measures that say what can be expected, what each change touched, and what was published.

-- JSON array of codes
alter table measure_version add column conditions text not null default '[]';

create table mark_version (
    measure  integer not null references measure,
    unit     integer references unit,     -- null: every unit
    subgroup integer references subgroup, -- null: every group
    period   integer not null,
    kind     text not null,
    delivery integer not null references delivery,
    text     text not null check (text <> '')
) strict;
create unique index mark_version_key on mark_version (measure, coalesce(unit, 0), coalesce(subgroup, 0), period, kind, delivery);

-- What has to be read again when a delivery lands or is undone: the measures it speaks of, or everything, because it
-- speaks of units, groups or peer groups. Deliveries from before this was kept count as everything.
alter table delivery add column touches_all integer not null default 1;
create table delivery_measure (
    delivery integer not null references delivery,
    measure  integer not null references measure,
    primary key (delivery, measure)
) strict, without rowid;

-- Every change; the newest number is the revision of the database. The token is drawn anew each time: two databases that
-- were one once, or one that was restored from a backup, have the same numbers but not the same tokens.
create table change (
    revision integer primary key,
    token    text not null,
    delivery integer references delivery -- that landed or was undone; null: something was published
) strict;
insert into change select number, lower(hex(randomblob(16))), null from revision;
drop table revision;

create table publication (
    id       integer primary key,
    name     text not null,
    made     text not null,
    revision integer not null -- that it was made from
) strict;

create table published_finding (
    publication        integer not null references publication,
    measure            text not null, -- codes: it says what was, also when the thing is gone
    unit               text not null,
    subgroup           text not null,
    kind               text not null,
    judgement          text not null,
    period             integer not null,
    value              real not null,
    reference          real not null,
    effect             real not null,
    q                  real,
    first_seen         text not null,
    publications_above integer not null,
    is_solved          integer not null,
    primary key (publication, measure, unit, subgroup, kind, judgement)
) strict, without rowid;
create index solved_finding on published_finding (publication) where is_solved = 1;
