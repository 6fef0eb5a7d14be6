-- What a word of a search looks like to LIKE: its own %, _ and \ are letters. Three letters and more are found anywhere in a word, fewer at
-- the beginning of one, since a trigram index knows nothing shorter.
create function register.escaped(word text) returns text
    language sql immutable parallel safe set search_path = pg_catalog as $$
    select replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_')
$$;

create function register.word_pattern(word text) returns text
    language sql immutable parallel safe set search_path = pg_catalog as $$
    select case when length(word) < 3 then '% ' else '%' end || register.escaped(word) || '%'
$$;

-- One letter: the beginning of the sort name.
create index person_search_start on register.person ((substr(search_words, 2, 24) collate "C") text_pattern_ops);
create index organisation_search_start on register.organisation ((substr(search_words, 2, 24) collate "C") text_pattern_ops);

-- Lists filtered by role: each role is rare or common by itself, and a policy lets no containment test use an index.
create index affiliation_main_user on register.affiliation (person_id) where 'main-user' = any(roles);
create index affiliation_contract_contact on register.affiliation (person_id) where 'contract-contact' = any(roles);
create index affiliation_invoicing_contact on register.affiliation (person_id) where 'invoicing-contact' = any(roles);
create index affiliation_decision_maker on register.affiliation (person_id) where 'decision-maker' = any(roles);
create index affiliation_reference on register.affiliation (person_id) where 'reference' = any(roles);
create index organisation_owner_name on register.organisation (owner_by, name collate "fi-x-icu");
create index person_language on register.person (language, sort_name collate "fi-x-icu");
create index organisation_tag_tag on register.organisation_tag (tag, organisation_id);
