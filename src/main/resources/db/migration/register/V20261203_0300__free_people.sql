-- Whom marketing may see is asked of everybody at once, for each audience that is counted: from the rows themselves that is ten times as much to read.
-- The words are those of the row policy, or the database would not know that they say the same.
create index person_free on register.person (person_id) where merged_into is null and (coalesce(standing::integer, 0) & 31) = 0;
