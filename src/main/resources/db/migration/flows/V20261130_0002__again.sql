-- How soon is too soon is the door's to say; no days at all is nobody's wish and does no harm.
alter table flows.flow
    drop constraint flow_again,
    add constraint flow_again check (again_days between 0 and 3650);
