-- Art. 21(1): an objection is weighed against our grounds, by a person, with the reasons; the record stays with the request.
create table rights.balancing (
    balancing_id uuid        not null,
    request_id   uuid        not null,
    outcome      text        not null,
    reasons      text,
    made_at      timestamptz not null,
    made_by      uuid,
    constraint balancing_pk primary key (balancing_id),
    constraint balancing_once unique (request_id),
    constraint balancing_request foreign key (request_id) references rights.request (request_id),
    constraint balancing_outcome check (outcome in ('upheld', 'overridden'))
);
