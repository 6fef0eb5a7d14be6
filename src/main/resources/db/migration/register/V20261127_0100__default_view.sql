-- The list that an account opens with: one of its own views, or one that somebody shares.
create table register.default_view (
    account_id    uuid not null,
    entity        text not null,
    saved_view_id uuid not null,
    constraint default_view_pk primary key (account_id, entity),
    constraint default_view_account foreign key (account_id) references staff.account (account_id) on delete cascade,
    constraint default_view_view foreign key (saved_view_id) references register.saved_view (saved_view_id) on delete cascade
);
create index default_view_view on register.default_view (saved_view_id);
create index saved_view_entity on register.saved_view (entity, account_id);
