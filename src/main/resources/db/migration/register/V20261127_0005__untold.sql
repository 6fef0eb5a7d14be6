-- Who has still to be told where the data came from (Art. 14(3)), soonest first: the agenda asks for it on every arrival.
create index person_untold on register.person (inform_by) where inform_by is not null and informed_at is null;
