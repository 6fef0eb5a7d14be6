-- Pictures for messages: made anew from what was uploaded, small enough for a mail, and found by an address that nobody guesses.
create table marketing.picture (
    picture_id uuid        not null,
    address    text        not null,
    name       text        not null,
    media_type text        not null,
    width      integer     not null,
    height     integer     not null,
    bytes      integer     not null,
    blob_id    uuid        not null,
    made_at    timestamptz not null,
    made_by    uuid,
    constraint picture_pk primary key (picture_id),
    constraint picture_address unique (address)
);
create index picture_made on marketing.picture (made_at desc, picture_id);

create trigger picture_files after delete on marketing.picture
    referencing old table as gone for each statement execute function store.files_go_too();

-- Whoever has a message with a picture in it may see the picture, and nothing else of it.
create function marketing.picture_at(address text) returns table (blob_id uuid, media_type text)
    language sql stable security definer set search_path = pg_catalog as $$
    select p.blob_id, p.media_type from marketing.picture p where p.address = picture_at.address
$$;
