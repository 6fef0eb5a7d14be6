create schema informing;

-- That a person was told where the data came from, or why not (Art. 14(3), (5)). Of a letter the notice's fingerprint says what was told.
create table informing.telling (
    telling_id   uuid        not null,
    person_id    uuid        not null,
    how          text        not null,
    note         text,
    notice_print text,
    told_at      timestamptz not null,
    told_by      uuid,
    constraint telling_pk primary key (telling_id),
    constraint telling_how check (how in ('letter', 'otherwise', 'known', 'disproportionate')),
    constraint telling_of_person foreign key (person_id) references register.person (person_id)
);
create index telling_person on informing.telling (person_id);
