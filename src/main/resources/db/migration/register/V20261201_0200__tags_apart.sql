-- Tags are a category of the notice of their own. Whoever had notes restricted had tags restricted with them, and that stays.
insert into register.partial_restriction (person_id, category, request_id, since_at)
select a.person_id, 'contact-tags', a.request_id, a.since_at
  from register.partial_restriction a
 where a.category = 'relationship-notes'
    on conflict do nothing;
