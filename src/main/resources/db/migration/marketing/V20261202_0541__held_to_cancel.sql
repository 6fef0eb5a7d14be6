-- The people of what waits, before what waits is written over: a ban of many and a cancellation that each hold what the other wants would wait for ever.
create function marketing.hold_waiting(campaign uuid) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform 1
       from register.person p
      where p.person_id in (select d.person_id from marketing.delivery d where d.campaign_id = campaign and d.state = 'waiting')
      order by p.person_id
        for key share;
end $$;
revoke all on function marketing.hold_waiting from public;
