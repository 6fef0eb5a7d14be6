create schema staff;

create table staff.account (
    account_id    uuid        not null,
    version       integer     not null default 1,
    email         text        not null,
    name          text        not null,
    password_hash text,
    totp_secret   bytea,
    language      text        not null,
    zone          text        not null,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    constraint account_pk primary key (account_id),
    constraint account_language check (language in ('en', 'fi', 'sv'))
);
create unique index account_email_once on staff.account (email);

create table staff.team (
    team_id uuid not null,
    name    text not null,
    constraint team_pk primary key (team_id),
    constraint team_name_once unique (name)
);

create table staff.team_member (
    team_id    uuid not null,
    account_id uuid not null,
    constraint team_member_pk primary key (team_id, account_id),
    constraint team_member_team foreign key (team_id) references staff.team (team_id) on delete cascade,
    constraint team_member_account foreign key (account_id) references staff.account (account_id) on delete cascade
);

-- A permission is purpose x action x scope.
create table staff.permission (
    account_id uuid not null,
    purpose    text not null,
    action     text not null,
    scope      text not null,
    constraint permission_pk primary key (account_id, purpose, action),
    constraint permission_account foreign key (account_id) references staff.account (account_id) on delete cascade,
    constraint permission_action check (action in ('see', 'change', 'export', 'manage')),
    constraint permission_scope check (scope in ('all', 'team', 'own'))
);

create table staff.session (
    session_print    bytea       not null,
    account_id       uuid        not null,
    csrf             text        not null,
    second_factor_at timestamptz,
    created_at       timestamptz not null,
    seen_at          timestamptz not null,
    expires_at       timestamptz not null,
    constraint session_pk primary key (session_print),
    constraint session_account foreign key (account_id) references staff.account (account_id) on delete cascade
);

create table staff.token (
    token_id     uuid        not null,
    token_print  bytea       not null,
    name         text        not null,
    purposes     text[]      not null,
    created_by   uuid,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    constraint token_pk primary key (token_id),
    constraint token_print_once unique (token_print)
);
