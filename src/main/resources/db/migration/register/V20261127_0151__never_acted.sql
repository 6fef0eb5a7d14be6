-- Whoever has never acted is kept from the day the data came in: the search for those whose time is over needs both.
create index person_never_acted on register.person (sourced_on) where last_act_at is null;
