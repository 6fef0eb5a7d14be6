-- The planner knows by now how many rows a policy leaves, and needs no index of the open ones; it was led astray from the sort by name.
drop index register.person_changed_open;

-- One import gives a million rows the same moment, so the order among them must be the index's own in both directions.
drop index register.person_changed;
create index person_changed on register.person (changed_at, person_id);
drop index register.organisation_changed;
create index organisation_changed on register.organisation (changed_at, organisation_id);
