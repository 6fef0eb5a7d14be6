create schema senders;

-- In whose name mail to many leaves. The private key by which its domain signs lies sealed under the house's key of settings.
create table senders.sender (
    sender_id  uuid        not null,
    version    integer     not null default 1,
    name       text        not null,
    address    text        not null,
    reply_to   text,
    domain     text        not null,
    selector   text        not null,
    public_key text        not null,
    sealed_key bytea       not null,
    return_to  text,
    spf        text,
    made_at    timestamptz not null,
    made_by    uuid,
    changed_at timestamptz not null,
    constraint sender_pk primary key (sender_id)
);

-- What DNS answered about the domain when it was asked last.
create table senders.finding (
    sender_id uuid        not null,
    kind      text        not null,
    passed    boolean     not null,
    code      text        not null,
    answer    text,
    looked_at timestamptz not null,
    constraint finding_pk primary key (sender_id, kind),
    constraint finding_of_sender foreign key (sender_id) references senders.sender (sender_id) on delete cascade,
    constraint finding_kind check (kind in ('spf', 'dkim', 'dmarc'))
);
