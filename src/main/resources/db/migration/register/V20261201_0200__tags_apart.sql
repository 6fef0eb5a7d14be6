-- Tags are a category of the notice of their own, with the next bit of a standing. Whoever had notes restricted had tags restricted with them, and that stays.
alter table register.person drop constraint person_standing;
alter table register.person add constraint person_standing check (standing between 0 and 511);

insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
select a.person_id, 'contact-tags', 256, a.request_id, a.since_at
  from register.partial_restriction a
 where a.category = 'relationship-notes'
    on conflict do nothing;
