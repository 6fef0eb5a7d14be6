create schema register;

-- standing: bits 1 banned from marketing, 2 restricted (Art. 18), 4 not yet informed (Art. 14), 8 erased. Tables that must hide people copy
-- it under a foreign key with ON UPDATE CASCADE, so that a policy can test the bit of its own row and the bit cannot lie.
create table register.organisation (
    organisation_id   uuid        not null,
    version           integer     not null default 1,
    name              text        not null,
    name_folded       text        not null,
    search_words      text        not null,
    business_id       text,
    vat_id            text,
    website           text,
    domain            text,
    segment           text,
    einvoice_address  text,
    einvoice_operator text,
    owner_by          uuid,
    source            text        not null,
    source_detail     text,
    sourced_on        date        not null,
    import_id         uuid,
    created_at        timestamptz not null,
    changed_at        timestamptz not null,
    merged_into       uuid,
    constraint organisation_pk primary key (organisation_id),
    constraint organisation_owner foreign key (owner_by) references staff.account (account_id)
);
create index organisation_name on register.organisation (name collate "fi-x-icu", organisation_id);
create index organisation_changed on register.organisation (changed_at desc, organisation_id);
create index organisation_business_id on register.organisation (business_id);
create index organisation_name_folded on register.organisation (name_folded);
create index organisation_domain on register.organisation (domain);
create index organisation_import on register.organisation (import_id);
create index organisation_owner_by on register.organisation (owner_by);
create index organisation_search on register.organisation using gin (search_words extensions.gin_trgm_ops);

create table register.person (
    person_id     uuid        not null,
    standing      smallint    not null default 0,
    version       integer     not null default 1,
    name          text        not null,
    given_name    text,
    family_name   text,
    sort_name     text        not null,
    search_words  text        not null,
    job_title     text,
    department    text,
    language      text,
    owner_by      uuid,
    source        text        not null,
    source_detail text,
    sourced_on    date        not null,
    sourced_by    uuid,
    role_reason   text,
    inform_by     date,
    informed_at   timestamptz,
    last_act_at   timestamptz,
    import_id     uuid,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    merged_into   uuid,
    constraint person_pk primary key (person_id),
    constraint person_standing_key unique (person_id, standing),
    constraint person_standing check (standing between 0 and 15),
    constraint person_source check (source in ('met-in-person', 'registration', 'service-use', 'own-form', 'email', 'phone', 'contract',
        'meeting', 'public-web', 'bought-list', 'visitor-identification', 'other-system')),
    constraint person_source_detail check (source not in ('public-web', 'bought-list', 'visitor-identification', 'other-system')
        or source_detail is not null),
    constraint person_owner foreign key (owner_by) references staff.account (account_id)
);
create index person_sort_name on register.person (sort_name collate "fi-x-icu", person_id);
create index person_changed on register.person (changed_at desc, person_id);
create index person_owner_by on register.person (owner_by, sort_name collate "fi-x-icu");
create index person_source_by on register.person (source, sort_name collate "fi-x-icu");
create index person_import on register.person (import_id);
create index person_last_act on register.person (last_act_at);
create index person_standing_set on register.person (standing) where standing <> 0;
create index person_search on register.person using gin (search_words extensions.gin_trgm_ops);

create table register.contact_point (
    contact_point_id uuid        not null,
    person_id        uuid,
    standing         smallint,
    organisation_id  uuid,
    kind             text        not null,
    usage            text        not null,
    label            text,
    value            text        not null,
    strict_print     bytea       not null,
    canonical_print  bytea       not null,
    position         integer     not null default 0,
    valid_from       date,
    valid_until      date,
    bounced_at       timestamptz,
    source           text        not null,
    source_detail    text,
    sourced_on       date        not null,
    import_id        uuid,
    created_at       timestamptz not null,
    constraint contact_point_pk primary key (contact_point_id),
    constraint contact_point_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint contact_point_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint contact_point_owner check (num_nonnulls(person_id, organisation_id) >= 1 and (person_id is null) = (standing is null)),
    constraint contact_point_kind check (kind in ('email', 'phone', 'website', 'handle')),
    constraint contact_point_usage check (usage in ('personal', 'role', 'shared'))
);
create index contact_point_person on register.contact_point (person_id, standing, position);
create index contact_point_organisation on register.contact_point (organisation_id);
create index contact_point_value on register.contact_point (value);
create index contact_point_canonical on register.contact_point (canonical_print);
create index contact_point_import on register.contact_point (import_id);

create table register.postal_address (
    postal_address_id uuid        not null,
    person_id         uuid,
    standing          smallint,
    organisation_id   uuid,
    label             text,
    street            text,
    postal_code       text,
    city              text,
    country           text        not null,
    source            text        not null,
    import_id         uuid,
    created_at        timestamptz not null,
    constraint postal_address_pk primary key (postal_address_id),
    constraint postal_address_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint postal_address_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint postal_address_owner check (num_nonnulls(person_id, organisation_id) >= 1 and (person_id is null) = (standing is null))
);
create index postal_address_person on register.postal_address (person_id, standing);
create index postal_address_organisation on register.postal_address (organisation_id);
create index postal_address_import on register.postal_address (import_id);

create table register.affiliation (
    affiliation_id  uuid        not null,
    person_id       uuid        not null,
    standing        smallint    not null,
    organisation_id uuid        not null,
    job_title       text,
    roles           text[]      not null default '{}',
    from_on         date,
    until_on        date,
    import_id       uuid,
    created_at      timestamptz not null,
    constraint affiliation_pk primary key (affiliation_id),
    constraint affiliation_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint affiliation_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint affiliation_roles check (roles <@ array['main-user', 'contract-contact', 'invoicing-contact', 'decision-maker', 'reference'])
);
create index affiliation_of_person on register.affiliation (person_id, standing);
create index affiliation_of_organisation on register.affiliation (organisation_id, person_id);
create index affiliation_import on register.affiliation (import_id);

create table register.person_tag (
    person_id uuid     not null,
    standing  smallint not null,
    tag       text     not null,
    constraint person_tag_pk primary key (person_id, tag),
    constraint person_tag_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index person_tag_tag on register.person_tag (tag, person_id);

create table register.organisation_tag (
    organisation_id uuid not null,
    tag             text not null,
    constraint organisation_tag_pk primary key (organisation_id, tag),
    constraint organisation_tag_organisation foreign key (organisation_id) references register.organisation (organisation_id)
);

create table register.custom_field (
    custom_field_id uuid        not null,
    entity          text        not null,
    name            text        not null,
    kind            text        not null,
    category        text        not null,
    choices         text[]      not null default '{}',
    position        integer     not null default 0,
    created_at      timestamptz not null,
    constraint custom_field_pk primary key (custom_field_id),
    constraint custom_field_name_once unique (entity, name),
    constraint custom_field_entity check (entity in ('person', 'organisation')),
    constraint custom_field_kind check (kind in ('text', 'number', 'date', 'choice', 'yes-no'))
);

create table register.custom_value (
    custom_value_id uuid        not null,
    custom_field_id uuid        not null,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    value           text        not null,
    import_id       uuid,
    created_at      timestamptz not null,
    constraint custom_value_pk primary key (custom_value_id),
    constraint custom_value_field foreign key (custom_field_id) references register.custom_field (custom_field_id),
    constraint custom_value_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint custom_value_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint custom_value_owner check (num_nonnulls(person_id, organisation_id) = 1 and (person_id is null) = (standing is null))
);
create unique index custom_value_person_once on register.custom_value (person_id, custom_field_id) where person_id is not null;
create unique index custom_value_organisation_once on register.custom_value (organisation_id, custom_field_id)
    where organisation_id is not null;
create index custom_value_import on register.custom_value (import_id);

-- What staff write down: notes, calls, meetings, tasks. A call or a meeting is an act of the person and moves the end of keeping.
create table register.note (
    note_id         uuid        not null,
    version         integer     not null default 1,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    kind            text        not null,
    text            text        not null,
    at              timestamptz not null,
    due_on          date,
    done_at         timestamptz,
    pinned_at       timestamptz,
    written_by      uuid,
    written_by_name text        not null,
    import_id       uuid,
    created_at      timestamptz not null,
    constraint note_pk primary key (note_id),
    constraint note_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade,
    constraint note_of_organisation foreign key (organisation_id) references register.organisation (organisation_id),
    constraint note_owner check (num_nonnulls(person_id, organisation_id) >= 1 and (person_id is null) = (standing is null)),
    constraint note_kind check (kind in ('note', 'call', 'meeting', 'mail', 'task'))
);
create index note_person on register.note (person_id, standing, at desc, note_id);
create index note_organisation on register.note (organisation_id, at desc, note_id);
create index note_open_task on register.note (due_on) where kind = 'task' and done_at is null;
create index note_import on register.note (import_id);

-- Information of changes in contact information: one history for every module's rows.
create table register.change (
    change_id       uuid        not null,
    entity          text        not null,
    entity_id       uuid        not null,
    person_id       uuid,
    standing        smallint,
    organisation_id uuid,
    field           text        not null,
    old_value       text,
    new_value       text,
    at              timestamptz not null,
    actor_kind      text        not null,
    actor_id        uuid,
    actor_name      text        not null,
    source          text,
    import_id       uuid,
    constraint change_pk primary key (change_id),
    constraint change_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index change_person on register.change (person_id, standing, at desc, change_id);
create index change_organisation on register.change (organisation_id, at desc, change_id);
create index change_entity on register.change (entity_id, field, at desc);
create index change_import on register.change (import_id);

-- A filtered list whose URL is the view.
create table register.saved_view (
    saved_view_id uuid        not null,
    account_id    uuid        not null,
    entity        text        not null,
    name          text        not null,
    query         text        not null,
    shared        boolean     not null default false,
    created_at    timestamptz not null,
    constraint saved_view_pk primary key (saved_view_id),
    constraint saved_view_account foreign key (account_id) references staff.account (account_id) on delete cascade
);
