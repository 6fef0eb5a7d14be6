create schema disclosures;

-- What an authority asked for and what it got. Whom it is about stands in disclosures.concerned, except while a law forbids telling them:
-- then their ids wait in the row itself, where no copy looks, until the secrecy ends.
create table disclosures.disclosure (
    disclosure_id    uuid        not null,
    version          integer     not null default 1,
    authority        text        not null,
    reference        text,
    law              text        not null,
    asked            text        not null,
    received_on      date        not null,
    due_on           date,
    secret_until     date,
    secret_by        text,
    secrecy_ended_at timestamptz,
    ended_for        text,
    waiting          uuid[]      not null default '{}',
    decision         text,
    reason           text,
    categories       text[]      not null default '{}',
    sent_how         text,
    sent_on          date,
    decided_at       timestamptz,
    decided_by       uuid,
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    constraint disclosure_pk primary key (disclosure_id),
    constraint disclosure_decision check (decision in ('given', 'part', 'refused')),
    constraint disclosure_decided check ((decision is null) = (decided_at is null))
);
create index disclosure_received on disclosures.disclosure (received_on desc, disclosure_id);
create index disclosure_open on disclosures.disclosure (due_on, disclosure_id) where decided_at is null;
create index disclosure_secret on disclosures.disclosure (secret_until, disclosure_id) where secrecy_ended_at is null;

-- Art. 15(1)(c): "the recipients … to whom the personal data have been or will be disclosed". Without given_on, that they were asked for.
create table disclosures.concerned (
    concerned_id  uuid        not null,
    disclosure_id uuid        not null,
    person_id     uuid        not null,
    given_on      date,
    categories    text[]      not null default '{}',
    named_at      timestamptz not null,
    constraint concerned_pk primary key (concerned_id),
    constraint concerned_once unique (disclosure_id, person_id),
    constraint concerned_by_disclosure foreign key (disclosure_id) references disclosures.disclosure (disclosure_id),
    constraint concerned_of_person foreign key (person_id) references register.person (person_id)
);
create index concerned_person on disclosures.concerned (person_id);
