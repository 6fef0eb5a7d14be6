-- The categories that a request for restriction is about; one that has none is about everything.
create table rights.part (
    part_id    uuid not null,
    request_id uuid not null,
    category   text not null,
    constraint part_pk primary key (part_id),
    constraint part_once unique (request_id, category),
    constraint part_request foreign key (request_id) references rights.request (request_id)
);
