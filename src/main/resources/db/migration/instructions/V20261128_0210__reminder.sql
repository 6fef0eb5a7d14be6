-- Who was reminded of which edition, and whether before its day or after it: nobody gets the same letter twice.
create table instructions.reminder (
    reminder_id    uuid        not null,
    instruction_id uuid        not null,
    number         integer     not null,
    account_id     uuid        not null,
    late           boolean     not null,
    sent_at        timestamptz not null,
    constraint reminder_pk primary key (reminder_id),
    constraint reminder_once unique (instruction_id, number, account_id, late),
    constraint reminder_of_instruction foreign key (instruction_id) references instructions.instruction (instruction_id),
    constraint reminder_to_account foreign key (account_id) references staff.account (account_id)
);
create index reminder_account on instructions.reminder (account_id);
