-- Most people of an import have no owner and no act of their own, and what is about a person is about no organisation. An index that lists all
-- those blanks costs an import as much as one that finds somebody, and finds nobody.
drop index register.person_owner_by;
create index person_owner_by on register.person (owner_by, sort_name collate "fi-x-icu") where owner_by is not null;
drop index register.person_language;
create index person_language on register.person (language, sort_name collate "fi-x-icu") where language is not null;
drop index register.person_last_act;
create index person_last_act on register.person (last_act_at) where last_act_at is not null;
drop index register.contact_point_organisation;
create index contact_point_organisation on register.contact_point (organisation_id) where organisation_id is not null;
drop index register.postal_address_organisation;
create index postal_address_organisation on register.postal_address (organisation_id) where organisation_id is not null;
drop index register.note_organisation;
create index note_organisation on register.note (organisation_id, at desc, note_id) where organisation_id is not null;
drop index register.change_organisation;
create index change_organisation on register.change (organisation_id, at desc, change_id) where organisation_id is not null;
