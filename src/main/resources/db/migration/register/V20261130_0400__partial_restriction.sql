-- Art. 18 for single categories: whose rows of which are only stored, and by which request. The policies of tables that are declared separable ask here,
-- so it holds the few who are concerned and no history.
create table register.partial_restriction (
    person_id  uuid        not null,
    category   text        not null,
    request_id uuid        not null,
    since_at   timestamptz not null,
    constraint partial_restriction_pk primary key (person_id, category, request_id),
    constraint partial_restriction_person foreign key (person_id) references register.person (person_id)
);
create index partial_restriction_category on register.partial_restriction (category, person_id);
