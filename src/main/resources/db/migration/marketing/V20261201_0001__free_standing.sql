-- Marketing leaves alone whoever is not free as a whole. That a category of somebody's is restricted alone takes the rows of that category and not the person.
drop index marketing.delivery_hidden;
create index delivery_hidden on marketing.delivery (campaign_id) where (standing & 31) <> 0 and state in ('waiting', 'taken');

create or replace function marketing.held(people uuid[]) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    select p.person_id from register.person p where p.person_id = any(people) and (p.standing & 31) = 0 for key share skip locked
$$;

create or replace function marketing.settle_unseen(delivery uuid, run uuid, became text, why text, said text, next timestamptz, unsure boolean,
                                                   happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    update marketing.delivery d
       set state = case when became = 'waiting' and (d.standing & 31) <> 0 then 'skipped' else became end,
           reason = case when became <> 'waiting' or (d.standing & 31) = 0 then why
                         when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end,
           taken_by = case when became <> 'waiting' or (d.standing & 31) <> 0 then d.taken_by end,
           subject = coalesce(said, d.subject), next_at = coalesce(next, d.next_at), uncertain = d.uncertain or unsure,
           done_at = case when became <> 'waiting' or (d.standing & 31) <> 0 then happened end
     where d.delivery_id = settle_unseen.delivery and d.taken_by = run and d.state = 'taken'
$$;

create or replace function marketing.skip_hidden(campaign uuid, happened timestamptz) returns integer
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    skipped integer;
begin
    update marketing.delivery d
       set state = 'skipped', done_at = happened, uncertain = d.uncertain or d.state = 'taken',
           reason = case when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end
     where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state in ('waiting', 'taken');
    get diagnostics skipped = row_count;
    return skipped;
end $$;

create or replace function marketing.waits(campaign uuid, happened timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting' and d.next_at <= happened)
        or exists (select 1 from marketing.delivery d where d.campaign_id = campaign and d.state = 'taken')
        or exists (select 1
                     from marketing.delivery d
                    where d.campaign_id = campaign and (d.standing & 31) <> 0 and d.state in ('waiting', 'taken'))
$$;
