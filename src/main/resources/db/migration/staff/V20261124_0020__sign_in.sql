alter table staff.account
    add column theme               text,
    add column password_changed_at timestamptz,
    add column totp_pending        bytea,
    add column totp_step           bigint,
    add constraint account_theme check (theme in ('light', 'dark'));

-- A session that still waits for the second factor opens nothing. The id names it on its owner's page, the print never leaves here.
alter table staff.session
    add column session_id    uuid    not null default gen_random_uuid(),
    add column awaits_factor boolean not null default false,
    add column how           text    not null default 'password',
    add column browser       text    not null default '',
    add constraint session_how check (how in ('password', 'passkey', 'link')),
    add constraint session_id_once unique (session_id);
create index session_of_account on staff.session (account_id);
create index session_expires_at on staff.session (expires_at);

-- A link works once: it signs in (printed at the start), or lets its owner choose a password (invited, or forgotten).
create table staff.link (
    link_print bytea       not null,
    account_id uuid        not null,
    kind       text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint link_pk primary key (link_print),
    constraint link_account foreign key (account_id) references staff.account (account_id) on delete cascade,
    constraint link_kind check (kind in ('sign-in', 'invitation', 'password'))
);

-- Who tried too often, as a keyed hash of the account or the address: no address of anybody is kept.
create table staff.throttle (
    throttle_print bytea       not null,
    attempts       integer     not null,
    last_at        timestamptz not null,
    free_at        timestamptz not null,
    constraint throttle_pk primary key (throttle_print)
);

create table staff.passkey (
    credential_id    bytea       not null,
    account_id       uuid        not null,
    label            text        not null,
    public_key       bytea       not null,
    signature_count  bigint      not null,
    verifies_user    boolean     not null,
    transports       text[]      not null,
    backup_eligible  boolean     not null,
    backup_state     boolean     not null,
    created_at       timestamptz not null,
    used_at          timestamptz not null,
    constraint passkey_pk primary key (credential_id),
    constraint passkey_account foreign key (account_id) references staff.account (account_id) on delete cascade
);
create index passkey_of_account on staff.passkey (account_id);

create table staff.recovery_code (
    account_id uuid  not null,
    code_print bytea not null,
    used_at    timestamptz,
    constraint recovery_code_pk primary key (account_id, code_print),
    constraint recovery_code_account foreign key (account_id) references staff.account (account_id) on delete cascade
);

-- What a browser was asked to sign with its passkey, until it answers.
create table staff.challenge (
    challenge_print bytea       not null,
    bound_to        text        not null,
    expires_at      timestamptz not null,
    constraint challenge_pk primary key (challenge_print)
);

-- What a program was answered, so that the same key is not done twice. Sealed under the program's own key, which is not kept.
create table staff.reply (
    token_id      uuid        not null,
    key_print     bytea       not null,
    request_print bytea       not null,
    status        smallint,
    sealed        bytea,
    begun_at      timestamptz not null,
    kept_until    timestamptz not null,
    constraint reply_pk primary key (token_id, key_print),
    constraint reply_token foreign key (token_id) references staff.token (token_id) on delete cascade
);
create index reply_kept_until on staff.reply (kept_until);
