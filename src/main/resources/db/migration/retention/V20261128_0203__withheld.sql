-- Whose time of use is over, while a rule of the notice keeps them for rights and claims. The bit of the person's standing is shared with a
-- restriction of Art. 18; this row says that time is a cause of its own.
create table retention.withheld (
    withheld_id uuid        not null,
    person_id   uuid        not null,
    since_at    timestamptz not null,
    constraint withheld_pk primary key (withheld_id),
    constraint withheld_person foreign key (person_id) references register.person (person_id)
);
create index withheld_of_person on retention.withheld (person_id);
