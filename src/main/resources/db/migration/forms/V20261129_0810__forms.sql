create schema forms;

-- A form as it is built. What visitors see is an edition of it; the words here may be ahead of that.
create table forms.form (
    form_id    uuid        not null,
    version    integer     not null default 1,
    slug       text        not null,
    name       text        not null,
    kind       text        not null,
    owner_by   uuid,
    days       integer     not null,
    confirm    boolean     not null,
    target     text        not null,
    sites      text[]      not null,
    content    text        not null,
    state      text        not null,
    edition_id uuid,
    made_at    timestamptz not null,
    made_by    uuid,
    changed_at timestamptz not null,
    closed_at  timestamptz,
    constraint form_pk primary key (form_id),
    constraint form_slug unique (slug),
    constraint form_state check (state in ('draft', 'published', 'closed')),
    constraint form_shown check (state = 'draft' or edition_id is not null)
);

-- What was shown from when on, never written over: whoever answered is known to have read these very words.
create table forms.edition (
    edition_id   uuid        not null,
    form_id      uuid        not null,
    number       integer     not null,
    content      text        not null,
    published_at timestamptz not null,
    published_by uuid,
    constraint edition_pk primary key (edition_id),
    constraint edition_of_form foreign key (form_id) references forms.form (form_id),
    constraint edition_number unique (form_id, number)
);

-- What a form hands out once the address has answered.
create table forms.file (
    form_id    uuid        not null,
    blob_id    uuid        not null,
    name       text        not null,
    media_type text        not null,
    bytes      bigint      not null,
    added_at   timestamptz not null,
    added_by   uuid,
    constraint file_pk primary key (form_id),
    constraint file_of_form foreign key (form_id) references forms.form (form_id),
    constraint file_blob foreign key (blob_id) references store.blob (blob_id)
);
create index file_of_blob on forms.file (blob_id);

-- What somebody sent, until it is known whose it is. Nobody was looked up when it came in. A person stands here only where the address is
-- one person's, so that an erasure finds it; nothing of that person is changed by it.
create table forms.arrival (
    arrival_id   uuid        not null,
    person_id    uuid,
    form_id      uuid        not null,
    edition_id   uuid        not null,
    state        text        not null,
    language     text        not null,
    email        text        not null,
    name         text,
    answers      text        not null,
    worked       boolean     not null,
    sent_at      timestamptz not null,
    asked_at     timestamptz,
    token_print  bytea,
    token_until  timestamptz,
    confirmed_at timestamptz,
    constraint arrival_pk primary key (arrival_id),
    constraint arrival_state check (state in ('received', 'asked', 'unasked', 'confirmed')),
    constraint arrival_to_form foreign key (form_id) references forms.form (form_id),
    constraint arrival_upon_edition foreign key (edition_id) references forms.edition (edition_id),
    constraint arrival_of_person foreign key (person_id) references register.person (person_id)
);
create index arrival_form on forms.arrival (form_id, arrival_id desc);
create index arrival_edition on forms.arrival (edition_id);
create index arrival_person on forms.arrival (person_id) where person_id is not null;
create index arrival_email on forms.arrival (email, asked_at);
create index arrival_sent on forms.arrival (sent_at);
create unique index arrival_token on forms.arrival (token_print) where token_print is not null;

-- What a person sent, once it is known whose it is.
create table forms.submission (
    submission_id uuid        not null,
    person_id     uuid        not null,
    standing      smallint    not null,
    form_id       uuid        not null,
    edition_id    uuid        not null,
    kind          text        not null,
    language      text        not null,
    email         text        not null,
    summary       text        not null,
    sent_at       timestamptz not null,
    confirmed_at  timestamptz,
    taken_at      timestamptz not null,
    taken_by      uuid,
    routed_to     uuid,
    token_print   bytea,
    token_until   timestamptz,
    handed_at     timestamptz,
    handed_why    text,
    constraint submission_pk primary key (submission_id),
    constraint submission_to_form foreign key (form_id) references forms.form (form_id),
    constraint submission_upon_edition foreign key (edition_id) references forms.edition (edition_id),
    constraint submission_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index submission_person on forms.submission (person_id, standing, sent_at desc, submission_id);
create index submission_form on forms.submission (form_id, submission_id desc);
create index submission_edition on forms.submission (edition_id);
create unique index submission_token on forms.submission (token_print) where token_print is not null;

-- Each question as it was asked, and what was answered. A box that was ticked under exact words leads to these words, and to the consent.
create table forms.answer (
    answer_id     uuid     not null,
    submission_id uuid     not null,
    person_id     uuid     not null,
    standing      smallint not null,
    position      integer  not null,
    field         text     not null,
    question      text     not null,
    value         text     not null,
    wording_id    uuid,
    consent_id    uuid,
    refused_for   text,
    constraint answer_pk primary key (answer_id),
    constraint answer_in_submission foreign key (submission_id) references forms.submission (submission_id) on delete cascade,
    constraint answer_wording foreign key (wording_id) references consents.wording (wording_id),
    constraint answer_consent foreign key (consent_id) references consents.consent (consent_id) on delete set null,
    constraint answer_of_person foreign key (person_id, standing)
        references register.person (person_id, standing) on update cascade
);
create index answer_submission on forms.answer (submission_id, position);
create index answer_person on forms.answer (person_id, standing);
create index answer_wording_shown on forms.answer (wording_id) where wording_id is not null;
create index answer_consent_given on forms.answer (consent_id) where consent_id is not null;

-- Taken in without looking anybody up, so that neither the answer nor its time tells who is in the register; false where the form is closed
-- or shows another edition by now.
create function forms.receive(id uuid, to_form uuid, upon uuid, in_language text, address text, sender text, said text, by_work boolean,
                              happened timestamptz) returns boolean
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into forms.arrival (arrival_id, form_id, edition_id, state, language, email, name, answers, worked, sent_at)
    select id, f.form_id, f.edition_id, 'received', in_language, address, sender, said, by_work, happened
      from forms.form f
     where f.form_id = to_form and f.edition_id = upon and f.state = 'published';
    return found;
end $$;
revoke all on function forms.receive from public;

-- What a link in a letter leads to; nothing when it is unknown or too old. The address of the letter is the one that was typed.
create function forms.opened(token bytea, happened timestamptz)
    returns table (arrival_id uuid, submission_id uuid, form_id uuid, language text, is_confirmed boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select a.arrival_id, null::uuid, a.form_id, a.language, a.confirmed_at is not null
      from forms.arrival a
     where a.token_print = token and a.token_until > happened
     union all
    select null::uuid, s.submission_id, s.form_id, s.language, true
      from forms.submission s
     where s.token_print = token and s.token_until > happened
$$;
revoke all on function forms.opened from public;

-- The link came back, so the address is that of whoever sent the form. What is handed out can be fetched for a while longer.
create function forms.confirm(token bytea, happened timestamptz, until timestamptz) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    update forms.arrival a
       set state = 'confirmed', confirmed_at = happened, token_until = until
     where a.token_print = token and a.token_until > happened and a.confirmed_at is null
 returning a.arrival_id
$$;
revoke all on function forms.confirm from public;

-- It is known whose it is: from here on it is that person's, seen by whoever may see the person. A definer function, since a restricted
-- person, whom hardly anybody sees, may send a form too.
create function forms.take_in(arrival uuid, subject uuid, of_kind text, told text, happened timestamptz, by_staff uuid) returns smallint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    a forms.arrival;
    p register.person;
begin
    select * into a from forms.arrival x where x.arrival_id = arrival for update;
    select * into p from register.person x where x.person_id = subject;
    if a.arrival_id is null or p.person_id is null then
        return null;
    end if;
    insert into forms.submission (submission_id, person_id, standing, form_id, edition_id, kind, language, email, summary, sent_at,
                                  confirmed_at, taken_at, taken_by, token_print, token_until)
    values (a.arrival_id, p.person_id, p.standing, a.form_id, a.edition_id, of_kind, a.language, a.email, told, a.sent_at, a.confirmed_at,
            happened, by_staff, a.token_print, a.token_until);
    insert into forms.answer (answer_id, submission_id, person_id, standing, position, field, question, value, wording_id)
    select gen_random_uuid(), a.arrival_id, p.person_id, p.standing, e.n, e.one ->> 'field', e.one ->> 'question', e.one ->> 'value',
           (e.one ->> 'wording')::uuid
      from jsonb_array_elements(a.answers::jsonb) with ordinality as e (one, n);
    delete from forms.arrival x where x.arrival_id = arrival;
    return p.standing;
end $$;
revoke all on function forms.take_in from public;
