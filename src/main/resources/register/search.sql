-- Made once for each purpose by datamap.Compiler: {purpose} its code, {role} its role, {visible} what its policy shows of a row.
-- A policy keeps LIKE from the trigram index; here the same condition stands beside it and only ids come back.
-- search_words begins with a blank and the folded sort name, and each word in it follows a blank: so '% an%' finds beginnings of words by
-- the index too. Planning is pinned to bitmaps: with a limit the planner hopes to meet 200 matches early, and reads a million rows when it
-- does not.
create or replace function register.search_person_{purpose}(w1 text, w2 text, w3 text, n integer) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, extensions set enable_seqscan = off set enable_indexscan = off as $$
    select found.person_id
      from ((select p.person_id, p.sort_name as sort, p.search_words
               from register.person p
              where length(w1) > 1
                and p.search_words like register.word_pattern(w1)
                and (w2 is null or p.search_words like register.word_pattern(w2))
                and (w3 is null or p.search_words like register.word_pattern(w3))
                and p.merged_into is null
                and {visible}
              limit 200)
            union all
            (select p.person_id, p.sort_name as sort, p.search_words
               from register.person p
              where length(w1) = 1
                and substr(p.search_words, 2, 24) collate "C" like register.escaped(w1) || '%'
                and (w2 is null or p.search_words like register.word_pattern(w2))
                and (w3 is null or p.search_words like register.word_pattern(w3))
                and p.merged_into is null
                and {visible}
              limit 200)) found
     order by starts_with(found.search_words, ' ' || w1) desc, strpos(found.search_words, ' ' || w1) = 0,
              found.sort collate "fi-x-icu"
     limit n
$$;
revoke all on function register.search_person_{purpose}(text, text, text, integer) from public;
grant execute on function register.search_person_{purpose}(text, text, text, integer) to {role};

-- All whom the words find, in no order: for a list that is looked through itself.
create or replace function register.search_all_{purpose}(w1 text, w2 text, w3 text) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, extensions set enable_seqscan = off set enable_indexscan = off as $$
    select p.person_id
      from register.person p
     where p.search_words like register.word_pattern(w1)
       and (w2 is null or p.search_words like register.word_pattern(w2))
       and (w3 is null or p.search_words like register.word_pattern(w3))
       and p.merged_into is null
       and {visible}
$$;
revoke all on function register.search_all_{purpose}(text, text, text) from public;
grant execute on function register.search_all_{purpose}(text, text, text) to {role};

create or replace function register.search_organisation_{purpose}(w1 text, w2 text, w3 text, n integer) returns setof uuid
    language sql stable security definer
    set search_path = pg_catalog, extensions set enable_seqscan = off set enable_indexscan = off as $$
    select found.organisation_id
      from ((select p.organisation_id, p.name as sort, p.search_words
               from register.organisation p
              where length(w1) > 1
                and p.search_words like register.word_pattern(w1)
                and (w2 is null or p.search_words like register.word_pattern(w2))
                and (w3 is null or p.search_words like register.word_pattern(w3))
                and p.merged_into is null
                and true
              limit 200)
            union all
            (select p.organisation_id, p.name as sort, p.search_words
               from register.organisation p
              where length(w1) = 1
                and substr(p.search_words, 2, 24) collate "C" like register.escaped(w1) || '%'
                and (w2 is null or p.search_words like register.word_pattern(w2))
                and (w3 is null or p.search_words like register.word_pattern(w3))
                and p.merged_into is null
                and true
              limit 200)) found
     order by starts_with(found.search_words, ' ' || w1) desc, strpos(found.search_words, ' ' || w1) = 0,
              found.sort collate "fi-x-icu"
     limit n
$$;
revoke all on function register.search_organisation_{purpose}(text, text, text, integer) from public;
grant execute on function register.search_organisation_{purpose}(text, text, text, integer) to {role};

-- For callers who reach only their own or their teams' people: what is theirs is found first, then compared with the words. The first
-- search stays as it is, since a condition of whose people they are would keep it from beginning with its index.
create or replace function register.search_person_within_{purpose}(w1 text, w2 text, w3 text, n integer, owners uuid[], today date)
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, extensions as $$
    select p.person_id
      from register.person p
     where p.person_id in (select own.person_id from register.person own where own.owner_by = any(owners)
                           union all
                           select f.person_id
                             from register.organisation o
                             join register.affiliation f on f.organisation_id = o.organisation_id
                            where o.owner_by = any(owners) and (f.until_on is null or f.until_on > today))
       and p.search_words like register.word_pattern(w1)
       and (w2 is null or p.search_words like register.word_pattern(w2))
       and (w3 is null or p.search_words like register.word_pattern(w3))
       and p.merged_into is null
       and {visible}
     order by starts_with(p.search_words, ' ' || w1) desc, strpos(p.search_words, ' ' || w1) = 0, p.sort_name collate "fi-x-icu"
     limit n
$$;
revoke all on function register.search_person_within_{purpose}(text, text, text, integer, uuid[], date) from public;
grant execute on function register.search_person_within_{purpose}(text, text, text, integer, uuid[], date) to {role};

create or replace function register.search_organisation_within_{purpose}(w1 text, w2 text, w3 text, n integer, owners uuid[], today date)
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, extensions as $$
    select p.organisation_id
      from register.organisation p
     where p.owner_by = any(owners)
       and p.search_words like register.word_pattern(w1)
       and (w2 is null or p.search_words like register.word_pattern(w2))
       and (w3 is null or p.search_words like register.word_pattern(w3))
       and p.merged_into is null
     order by starts_with(p.search_words, ' ' || w1) desc, strpos(p.search_words, ' ' || w1) = 0, p.name collate "fi-x-icu"
     limit n
$$;
revoke all on function register.search_organisation_within_{purpose}(text, text, text, integer, uuid[], date) from public;
grant execute on function register.search_organisation_within_{purpose}(text, text, text, integer, uuid[], date) to {role};
