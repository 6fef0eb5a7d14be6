create schema mailbox;

-- A message as it came by mail. No foreign key leads to the person: who it is from is what the sender's address suggests, or what somebody found
-- out, and it may be nobody of the register.
create table mailbox.message (
    message_id  uuid        not null,
    box         text        not null,
    person_id   uuid,
    nature      text        not null,
    sender      text,
    sender_name text,
    subject     text        not null,
    words       text        not null,
    doubts      text[]      not null,
    header_id   text,
    refers_to   text[]      not null,
    bytes       bigint      not null,
    written_at  timestamptz,
    arrived_at  timestamptz not null,
    taken_at    timestamptz not null,
    constraint message_pk primary key (message_id),
    constraint message_nature check (nature in ('personal', 'automatic', 'bounce', 'list', 'own'))
);
create index message_person on mailbox.message (person_id);
create index message_header on mailbox.message (header_id) where header_id is not null;
create index message_arrived on mailbox.message (arrived_at);

-- What hung on a message. The file lies among the blobs under a name that tells nothing.
create table mailbox.attachment (
    attachment_id uuid   not null,
    message_id    uuid   not null,
    blob_id       uuid   not null,
    name          text   not null,
    media_type    text   not null,
    bytes         bigint not null,
    constraint attachment_pk primary key (attachment_id),
    constraint attachment_message foreign key (message_id) references mailbox.message (message_id)
);
create index attachment_of_message on mailbox.attachment (message_id);

-- Keyed marks of what was taken, so that nothing is taken twice: of a place in a mailbox, and of a Message-ID with its content. They outlive
-- the message, since the mail server may still hold it when it is erased here.
create table mailbox.mark (
    print    bytea       not null,
    taken_at timestamptz not null,
    constraint mark_pk primary key (print)
);
create index mark_taken on mailbox.mark (taken_at);

-- How the last look into each box went.
create table mailbox.look (
    box     text        not null,
    at      timestamptz not null,
    taken   integer     not null,
    trouble text,
    constraint look_pk primary key (box)
);

-- Whoever removes a row that names a file, the file goes with it.
create function store.files_go_too() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from store.blob b using gone g where b.blob_id = g.blob_id;
    return null;
end $$;
revoke all on function store.files_go_too() from public;

create trigger attachment_removed after delete on mailbox.attachment
    referencing old table as gone for each statement execute function store.files_go_too();
