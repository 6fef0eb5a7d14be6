package fi.seloste.register;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what the running purpose may do, so that a page offers nothing that would be refused. */
@Component
public class Abilities {

    private final JdbcClient jdbc;

    Abilities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Ability> here() {
        var found = jdbc.sql("""
                        select a.name
                          from (values ('SEE_PEOPLE', has_any_column_privilege('register.person', 'SELECT')),
                                       ('SEE_ORGANISATIONS', has_any_column_privilege('register.organisation', 'SELECT')),
                                       ('EDIT', has_any_column_privilege('register.person', 'UPDATE')),
                                       ('TAG_PEOPLE', has_any_column_privilege('register.person_tag', 'INSERT')),
                                       ('TAG_ORGANISATIONS', has_any_column_privilege('register.organisation_tag', 'INSERT')),
                                       ('VALUES', has_any_column_privilege('register.custom_value_of_notes', 'INSERT')
                                                  or has_any_column_privilege('register.custom_value_of_tags', 'INSERT')
                                                  or has_any_column_privilege('register.custom_value_of_contacts', 'INSERT')
                                                  or has_any_column_privilege('register.custom_value_of_organisations', 'INSERT')),
                                       ('HISTORY', has_any_column_privilege('register.change', 'SELECT')),
                                       ('NOTE', has_any_column_privilege('register.note', 'INSERT')),
                                       ('MERGE', has_function_privilege(
                                           'register.merge_people(uuid, uuid, uuid, timestamptz, date, uuid, text)', 'EXECUTE')),
                                       ('BAN', has_function_privilege(
                                           'register.ban_person(uuid, boolean, integer, text, uuid, timestamptz, text, uuid, text)', 'EXECUTE')),
                                       ('BAN_FIRM', has_function_privilege(
                                           'register.ban_domain(uuid, uuid, text, text, text, timestamptz, text, uuid, text)', 'EXECUTE')),
                                       ('LIFT_FIRM', has_function_privilege(
                                           'register.lift_domain_ban(uuid, text, timestamptz, date, text, uuid, text)', 'EXECUTE')),
                                       ('LIFT', has_function_privilege('register.lift_ban(uuid, text, timestamptz, text, uuid, text)', 'EXECUTE')),
                                       ('FIELDS', has_any_column_privilege('register.custom_field', 'INSERT'))) a (name, granted)
                         where a.granted""").query(String.class).list();
        var abilities = EnumSet.noneOf(Ability.class);
        found.forEach(name -> abilities.add(Ability.valueOf(name)));
        return abilities;
    }
}
