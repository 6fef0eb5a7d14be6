alter table rights.request drop constraint request_channel;
alter table rights.request add constraint request_channel check (channel in ('public-page', 'own-page', 'staff', 'program', 'journal', 'mail'));

-- A message to the privacy address until somebody decides what it is. It proves nothing about who sent it.
create table rights.arrival (
    arrival_id  uuid        not null,
    message_id  uuid        not null,
    state       text        not null,
    guess       text,
    received_on date        not null,
    request_id  uuid,
    reason      text,
    decided_at  timestamptz,
    decided_by  uuid,
    constraint arrival_pk primary key (arrival_id),
    constraint arrival_once unique (message_id),
    constraint arrival_message foreign key (message_id) references mailbox.message (message_id),
    constraint arrival_request foreign key (request_id) references rights.request (request_id),
    constraint arrival_state check (state in ('waiting', 'taken', 'joined', 'set-aside'))
);
create index arrival_waiting on rights.arrival (received_on, arrival_id) where state = 'waiting';
create index arrival_newest on rights.arrival (state, arrival_id desc);
create index arrival_of_request on rights.arrival (request_id);

-- Which letter was about which request: what answers to the letter belongs to the request.
create table rights.sent_letter (
    letter_id  uuid not null,
    request_id uuid not null,
    constraint sent_letter_pk primary key (letter_id),
    constraint sent_letter_request foreign key (request_id) references rights.request (request_id)
);
create index sent_letter_of_request on rights.sent_letter (request_id);

-- The scan of a letter, or another file that came with a request.
create table rights.enclosure (
    enclosure_id uuid        not null,
    request_id   uuid        not null,
    blob_id      uuid        not null,
    name         text        not null,
    media_type   text        not null,
    bytes        bigint      not null,
    added_at     timestamptz not null,
    added_by     uuid,
    constraint enclosure_pk primary key (enclosure_id),
    constraint enclosure_request foreign key (request_id) references rights.request (request_id)
);
create index enclosure_of_request on rights.enclosure (request_id);
create trigger enclosure_removed after delete on rights.enclosure
    referencing old table as gone for each statement execute function store.files_go_too();

-- Somebody asked for the same twice: the clock of the earlier one runs for both.
create table rights.repetition (
    request_id uuid        not null,
    earlier_id uuid        not null,
    linked_at  timestamptz not null,
    linked_by  uuid,
    constraint repetition_pk primary key (request_id),
    constraint repetition_request foreign key (request_id) references rights.request (request_id),
    constraint repetition_earlier foreign key (earlier_id) references rights.request (request_id)
);
create index repetition_of_earlier on rights.repetition (earlier_id);
