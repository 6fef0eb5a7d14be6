create schema breaches;

-- Art. 33(5): "any personal data breaches, comprising the facts relating to the personal data breach, its effects and the remedial action
-- taken". Whoever is concerned is said by kind and number, not by name.
create table breaches.breach (
    breach_id    uuid        not null,
    version      integer     not null default 1,
    aware_at     timestamptz not null,
    nature       text        not null,
    concerned    text        not null,
    people       integer,
    effects      text        not null,
    measures     text        not null,
    risk         text        not null,
    notified_at  timestamptz,
    late_reason  text,
    told_at      timestamptz,
    told_how     text,
    closed_at    timestamptz,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    constraint breach_pk primary key (breach_id),
    constraint breach_risk check (risk in ('none', 'some', 'high')),
    constraint breach_people check (people >= 0)
);
create index breach_aware on breaches.breach (aware_at desc, breach_id);
