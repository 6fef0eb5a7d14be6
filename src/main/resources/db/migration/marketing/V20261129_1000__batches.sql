-- Numbers are kept for a statement and not for a row, so that messages can be taken and settled a hundred at a time. What both sides say of a row that did
-- not move is nothing together; a ban that reaches a row by cascade moves nothing.
drop trigger delivery_moved on marketing.delivery;

create or replace function marketing.tally_moved() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into marketing.tally (tally_id, campaign_id, state, reason, people)
    select gen_random_uuid(), m.campaign_id, m.state, m.reason, sum(m.people)
      from (select b.campaign_id, b.state, coalesce(b.reason, '') as reason, -1 as people from before b
            union all
            select a.campaign_id, a.state, coalesce(a.reason, ''), 1 from after a
            union all
            select b.campaign_id, 'uncertain', '', -1 from before b where b.uncertain
            union all
            select a.campaign_id, 'uncertain', '', 1 from after a where a.uncertain) m
     group by m.campaign_id, m.state, m.reason
    having sum(m.people) <> 0;
    return null;
end $$;

create trigger delivery_moved after update on marketing.delivery
    referencing old table as before new table as after for each statement execute function marketing.tally_moved();

-- What nobody may be sent any more is found without looking through all that waits.
create index delivery_hidden on marketing.delivery (campaign_id) where standing <> 0 and state in ('waiting', 'taken');

-- Of these people, those whom nobody is changing at this moment, held as they are until the message to them is marked as taken. Whoever is being banned just
-- now is passed over and waited for by nobody.
create function marketing.held(people uuid[]) returns setof uuid
    language sql security definer set search_path = pg_catalog as $$
    select p.person_id from register.person p where p.person_id = any(people) and p.standing = 0 for key share skip locked
$$;
revoke all on function marketing.held from public;

-- What became of a message that was being handed over while its reader banned marketing: marketing does not see the row any more, and the numbers must
-- still be right. What would wait again for somebody who is hidden is skipped.
create function marketing.settle_unseen(delivery uuid, run uuid, became text, why text, said text, next timestamptz, unsure boolean,
                                        happened timestamptz) returns void
    language sql security definer set search_path = pg_catalog as $$
    update marketing.delivery d
       set state = case when became = 'waiting' and d.standing <> 0 then 'skipped' else became end,
           reason = case when became <> 'waiting' or d.standing = 0 then why
                         when (d.standing & 1) <> 0 then 'banned'
                         when (d.standing & 16) <> 0 then 'banned-by-organisation'
                         when (d.standing & 2) <> 0 then 'restricted'
                         when (d.standing & 4) <> 0 then 'uninformed'
                         else 'erased' end,
           taken_by = case when became <> 'waiting' or d.standing <> 0 then d.taken_by end,
           subject = coalesce(said, d.subject), next_at = coalesce(next, d.next_at), uncertain = d.uncertain or unsure,
           done_at = case when became <> 'waiting' or d.standing <> 0 then happened end
     where d.delivery_id = settle_unseen.delivery and d.taken_by = run and d.state = 'taken'
$$;
revoke all on function marketing.settle_unseen from public;

drop function marketing.settle;
