-- What came at the same moment is kept in one transaction and gone on with by one job. Those that came together bear the id of the first of them.
alter table forms.arrival add column came_with uuid;
create index arrival_came_with on forms.arrival (came_with) where state = 'received';

-- Taken in without looking anybody up, so that neither the answer nor its time tells who is in the register. Gives back those that are kept; the form of any
-- other is closed or shows another edition by now.
drop function forms.receive(uuid, uuid, uuid, text, text, text, text, boolean, timestamptz);
create function forms.receive(ids uuid[], to_form uuid[], upon uuid[], in_language text[], address text[], sender text[], said text[], by_work boolean[],
                              happened timestamptz) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    insert into forms.arrival (arrival_id, form_id, edition_id, state, language, email, name, answers, worked, sent_at, came_with)
    select r.id, f.form_id, f.edition_id, 'received', r.language, r.email, r.name, r.answers, r.worked, happened, ids[1]
      from unnest(ids, to_form, upon, in_language, address, sender, said, by_work)
           as r (id, form_id, edition_id, language, email, name, answers, worked)
      join forms.form f on f.form_id = r.form_id and f.edition_id = r.edition_id and f.state = 'published'
 returning arrival_id
$$;
revoke all on function forms.receive from public;
