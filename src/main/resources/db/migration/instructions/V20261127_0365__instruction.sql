create schema instructions;

-- Art. 29 and 32(4): whoever acts under the controller's authority "does not process them except on instructions". Nobody in for_purposes is everybody.
create table instructions.instruction (
    instruction_id uuid        not null,
    for_purposes   text[]      not null default '{}',
    made_at        timestamptz not null,
    withdrawn_at   timestamptz,
    constraint instruction_pk primary key (instruction_id)
);

-- Every text that ever held, so that it can be shown what somebody acknowledged. Only a material one asks again.
create table instructions.edition (
    edition_id     uuid        not null,
    instruction_id uuid        not null,
    number         integer     not null,
    title          text        not null,
    text           text        not null,
    material       boolean     not null,
    published_at   timestamptz not null,
    published_by   uuid,
    constraint edition_pk primary key (edition_id),
    constraint edition_once unique (instruction_id, number),
    constraint edition_of_instruction foreign key (instruction_id) references instructions.instruction (instruction_id)
);

create table instructions.acknowledgement (
    acknowledgement_id uuid        not null,
    edition_id         uuid        not null,
    account_id         uuid        not null,
    acknowledged_at    timestamptz not null,
    constraint acknowledgement_pk primary key (acknowledgement_id),
    constraint acknowledgement_once unique (edition_id, account_id),
    constraint acknowledgement_of_edition foreign key (edition_id) references instructions.edition (edition_id),
    constraint acknowledgement_by_account foreign key (account_id) references staff.account (account_id)
);
create index acknowledgement_account on instructions.acknowledgement (account_id);
