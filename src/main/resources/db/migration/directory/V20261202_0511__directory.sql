create schema directory;

-- OpenID Connect Core 1.0, 5.7: issuer and subject together are the only thing that names somebody for good; an e-mail address may pass to another.
create table directory.identity (
    issuer       text        not null,
    subject      text        not null,
    account_id   uuid        not null,
    connected_at timestamptz not null,
    used_at      timestamptz,
    constraint identity_pk primary key (issuer, subject),
    constraint identity_account foreign key (account_id) references staff.account (account_id) on delete cascade
);
-- One person has one account: another in the directory under an address that was somebody's is somebody else.
create unique index identity_once on directory.identity (account_id, issuer);
