-- Whoever was merged into somebody: every copy, plan and erasure asks this of each table, and without an index read all people each time.
create index person_merged on register.person (merged_into) where merged_into is not null;
create index organisation_merged on register.organisation (merged_into) where merged_into is not null;

-- Those whom marketing sees, by change. After a ban of many at once the newest rows are all of them hidden, and the plain index is walked
-- past every one. The condition is the policy's own, word for word.
create index person_changed_open on register.person (changed_at desc, person_id) where coalesce(standing::integer, 0) = 0;
