create schema doors;

-- A form that anybody may send carries a stamp, and each stamp is taken once.
create table doors.spent_stamp (
    nonce      bytea       not null,
    expires_at timestamptz not null,
    constraint spent_stamp_pk primary key (nonce)
);
create index spent_stamp_over on doors.spent_stamp (expires_at);
