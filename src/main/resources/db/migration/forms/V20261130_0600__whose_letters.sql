-- To whom a letter went, however the address was spelt, so that nobody's mailbox is filled by other people's sending.
alter table forms.arrival add column asked_of text;
update forms.arrival set asked_of = lower(email) where asked_at is not null;
drop index forms.arrival_email;
create index arrival_asked_of on forms.arrival (asked_of, asked_at) where asked_of is not null;

-- A file that is replaced, or whose draft is removed, leaves nothing behind.
create trigger file_removed after delete on forms.file
    referencing old table as gone for each statement execute function store.files_go_too();

-- Whoever was erased or merged between the finding and the taking gets nothing: the job looks again. The row is held meanwhile.
create or replace function forms.take_in(arrival uuid, subject uuid, of_kind text, told text, happened timestamptz, by_staff uuid) returns smallint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    a forms.arrival;
    p register.person;
begin
    select * into a from forms.arrival x where x.arrival_id = arrival for update;
    select * into p from register.person x
     where x.person_id = subject and (x.standing & 8) = 0 and x.merged_into is null
       for share;
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
