-- How many have a value is what the database has to know before it chooses a way to count them. Of the length of a value it thought that a third are short
-- enough, though all are; of a field and its value that they have nothing to do with each other, and looked hundreds of thousands up one by one.
create statistics register.custom_value_of_contacts_length on (octet_length(value)) from register.custom_value_of_contacts;
create statistics register.custom_value_of_contacts_common (mcv) on custom_field_id, value from register.custom_value_of_contacts;
create statistics register.custom_value_of_tags_length on (octet_length(value)) from register.custom_value_of_tags;
create statistics register.custom_value_of_tags_common (mcv) on custom_field_id, value from register.custom_value_of_tags;
create statistics register.custom_value_of_organisations_length on (octet_length(value)) from register.custom_value_of_organisations;
create statistics register.custom_value_of_organisations_common (mcv) on custom_field_id, value from register.custom_value_of_organisations;
create statistics register.custom_value_of_notes_length on (octet_length(value)) from register.custom_value_of_notes;
create statistics register.custom_value_of_notes_common (mcv) on custom_field_id, value from register.custom_value_of_notes;
