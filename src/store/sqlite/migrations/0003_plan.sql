-- People and their rights, the plan, and the journal. Every table of the plan has one column for each field of its record
-- (src/domain); lists are JSON. Rows are changed in place: the journal keeps what stood before, and nothing is deleted.

create table person (
    id           integer primary key,
    version      integer not null,
    user_name    text not null unique,
    name         text not null,
    email        text not null,
    language     text not null,
    wants_digest integer not null check (wants_digest in (0, 1)),
    is_active    integer not null check (is_active in (0, 1))
) strict;

create table membership (
    id         integer primary key,
    version    integer not null,
    person     integer not null references person,
    unit       text not null references unit (code),
    title      text not null,
    valid_from text,
    valid_to   text
) strict;

create table role_grant (
    id         integer primary key,
    version    integer not null,
    person     integer not null references person,
    role       text not null,
    unit       text not null,
    valid_from text,
    valid_to   text
) strict;

create table steering_document (
    id         integer primary key,
    version    integer not null,
    unit       text not null references unit (code),
    kind       text not null,
    title      text not null,
    text       text not null,
    source     text not null,
    valid_from text,
    valid_to   text
) strict;

create table profile (
    id                 integer primary key,
    version            integer not null,
    unit               text not null references unit (code) unique,
    commissioner       text not null,
    laws_and_documents text not null,
    core_operation     text not null,
    customers          text not null,
    needs              text not null,
    processes          text not null,
    competence         text not null,
    partners           text not null
) strict;

create table perspective (
    id       integer primary key,
    version  integer not null,
    unit     text not null references unit (code),
    name     text not null,
    name_en  text not null,
    about    text not null,
    position integer not null,
    is_ended integer not null check (is_ended in (0, 1))
) strict;

create table success_factor (
    id          integer primary key,
    version     integer not null,
    perspective integer not null references perspective,
    unit        text not null references unit (code),
    name        text not null,
    process     text not null,
    about       text not null,
    position    integer not null,
    is_ended    integer not null check (is_ended in (0, 1))
) strict;

create table scorecard (
    id         integer primary key,
    version    integer not null,
    name       text not null,
    unit       text not null references unit (code),
    operation  text not null,
    edition    integer not null,
    replaces   integer references scorecard,
    state      text not null,
    valid_from text,
    valid_to   text,
    rows       text not null
) strict;

create table goal (
    id                 integer primary key,
    version            integer not null,
    kind               text not null,
    level              text not null,
    title              text not null,
    description        text not null,
    units              text not null,
    owner              integer references person,
    cycle              text not null,
    begins             text not null,
    ends               text not null,
    supports           text not null,
    supports_documents text not null,
    perspective        integer references perspective,
    factor             integer references success_factor,
    measures           text not null,
    rhythm             text not null,
    state              text not null,
    proposed_by        integer references person,
    raised             text not null,
    followed_up        text not null,
    rewarded           text not null,
    deprioritised      text not null,
    rolled_from        integer references goal,
    verdict            text,
    reflection         text not null
) strict;

create table goal_step (
    id          integer primary key,
    version     integer not null,
    goal        integer not null references goal,
    kind        text not null,
    at          text not null,
    by          integer references person,
    reason      text not null,
    alterations text not null
) strict;

create table judgement (
    id      integer primary key,
    version integer not null,
    goal    integer not null references goal,
    at      text not null,
    by      integer references person,
    verdict text not null,
    reason  text not null
) strict;

create table key_result (
    id              integer primary key,
    version         integer not null,
    goal            integer not null references goal,
    kind            text not null,
    title           text not null,
    aim             text not null,
    bound           text not null,
    measure         text not null,
    unit_of_measure text not null,
    baseline        real,
    target          real,
    upper           real,
    "commit"        real,
    stretch         real,
    due             text,
    is_done         integer not null check (is_done in (0, 1)),
    done_on         text,
    position        integer not null,
    is_withdrawn    integer not null check (is_withdrawn in (0, 1))
) strict;

create table behaviour (
    id             integer primary key,
    version        integer not null,
    goal           integer not null references goal,
    text           text not null,
    whose          text not null,
    pulse_question text not null,
    position       integer not null,
    is_ended       integer not null check (is_ended in (0, 1))
) strict;

create table activity (
    id       integer primary key,
    version  integer not null,
    goal     integer not null references goal,
    unit     text not null references unit (code),
    title    text not null,
    owner    integer references person,
    due      text,
    state    text not null,
    obstacle text not null
) strict;

create table check_in (
    id              integer primary key,
    version         integer not null,
    goal            integer not null references goal,
    by              integer not null references person,
    at              text not null,
    progress        text not null,
    confidence      integer not null check (confidence between 1 and 5),
    obstacle        text not null,
    unblocked_when  text not null,
    next_step       text not null,
    question        text not null,
    answer          text not null,
    "values"        text not null,
    acknowledged_by integer references person,
    acknowledged_at text
) strict;

create table coaching_question (
    id       integer primary key,
    version  integer not null,
    text     text not null,
    text_en  text not null,
    position integer not null,
    is_ended integer not null check (is_ended in (0, 1))
) strict;

create table comment (
    id           integer primary key,
    version      integer not null,
    goal         integer not null references goal,
    about        text not null,
    subject      integer not null,
    by           integer not null references person,
    at           text not null,
    text         text not null,
    mentions     text not null,
    is_withdrawn integer not null check (is_withdrawn in (0, 1))
) strict;

create table private_note (
    id      integer primary key,
    version integer not null,
    goal    integer not null references goal,
    by      integer not null references person,
    at      text not null,
    text    text not null
) strict;

create table proposal (
    id          integer primary key,
    version     integer not null,
    goal        integer not null references goal,
    kind        text not null,
    by          integer not null references person,
    at          text not null,
    text        text not null,
    state       text not null,
    answer      text not null,
    answered_by integer references person,
    answered_at text
) strict;

create table following (
    id       integer primary key,
    version  integer not null,
    person   integer not null references person,
    goal     integer not null references goal,
    is_ended integer not null check (is_ended in (0, 1))
) strict;

create table seen (
    id      integer primary key,
    version integer not null,
    person  integer not null references person,
    kind    text not null,
    subject integer not null,
    at      text not null
) strict;

create table reminder (
    id      integer primary key,
    version integer not null,
    goal    integer not null references goal,
    person  integer not null references person,
    due     text not null,
    by      integer not null references person,
    at      text not null
) strict;

create table thread_share (
    id                 integer primary key,
    version            integer not null,
    day                text not null,
    units              integer not null,
    units_with_thread  integer not null,
    people             integer not null,
    people_with_thread integer not null
) strict;

create index goal_step_of_goal on goal_step (goal);
create index check_in_of_goal on check_in (goal);
create index comment_of_goal on comment (goal);

-- What proves who a person is. Never exported, never in the journal.
create table credential (
    person         integer primary key references person,
    password       text,    -- argon2id, as libsodium writes it; null: none yet, only a one-time link leads in
    calendar_token text     -- digest of the secret in the address of the person's calendar
) strict;

create unique index credential_of_calendar on credential (calendar_token) where calendar_token is not null;

create table session (
    token     text primary key, -- digest of the secret in the cookie
    person    integer not null references person,
    csrf      text not null,    -- secret in every form of this session
    created   text not null,
    last_seen text not null,
    expires   text not null,
    device    text not null     -- what the browser says it is, for who wants to see where one is signed in
) strict, without rowid;
create index session_of_person on session (person);

create table one_time_link (
    token   text primary key, -- digest
    person  integer not null references person,
    created text not null,
    expires text not null,
    used    text
) strict, without rowid;

-- Sign-ins that failed, for throttling: by user name and by address, both as digests.
create table failed_sign_in (
    what text not null,
    at   text not null
) strict;
create index failed_sign_in_of on failed_sign_in (what, at);

create table journal (
    number   integer primary key,
    at       text not null,
    person   integer references person,
    actor    text not null,
    action   text not null,
    kind     text not null,
    record   integer not null,
    before   text not null,
    after    text not null,
    reason   text not null,
    previous text not null,
    digest   text not null
) strict;
create index journal_of_record on journal (kind, record);
create trigger journal_is_not_changed before update on journal begin select raise(abort, 'the journal cannot be changed'); end;
create trigger journal_is_not_cut before delete on journal begin select raise(abort, 'the journal cannot be changed'); end;

-- Whom a letter has been sent to, and on which day: never two on one.
create table digest_sent (
    person integer not null references person,
    day    text not null,
    primary key (person, day)
) strict, without rowid;

-- What was set for the whole organisation, by name.
create table setting (
    name  text primary key,
    value text not null
) strict, without rowid;

-- A unit that came out of others (a split, a merger): the figures stay where they were reported.
alter table unit_version add column predecessors text not null default '[]'; -- JSON array of codes
