-- What falls due as it was counted last, where counting takes long: good for its day and its version of the notice.
create table retention.preview (
    preview_id     uuid        not null,
    on_day         date        not null,
    notice_version integer     not null,
    counted_at     timestamptz not null,
    content        text        not null,
    constraint preview_pk primary key (preview_id)
);
