package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of people, one by one. The caller's purpose decides who is there. */
@Component
class People {

    private static final String PERSON = """
            select p.person_id, p.version, p.standing, p.name, p.given_name, p.family_name, p.job_title, p.department, p.language,
                   p.owner_by, %s as owner_name, p.source, p.source_detail, p.sourced_on, p.role_reason, p.inform_by, p.informed_at,
                   p.last_act_at, p.created_at, p.changed_at
              from register.person p
              %s
             where p.person_id = :id""";
    private static final String WITH_OWNER =
            PERSON.formatted("a.name", "left join staff.account a on a.account_id = p.owner_by");
    /** The person's own pages read no employees. */
    private static final String WITHOUT_OWNER = PERSON.formatted("null::text", "");

    private final Within within;
    private final JdbcClient jdbc;
    private final Purposes purposes;

    People(Within within, JdbcClient jdbc, Purposes purposes) {
        this.within = within;
        this.jdbc = jdbc;
        this.purposes = purposes;
    }

    /** A row to be written. */
    record Row(
            PersonId id,
            Standing standing,
            NewPerson person,
            @Nullable LocalDate informBy,
            Instant at) {}

    Optional<Person> find(PersonId id) {
        return within.one(purposes.running() == Purpose.SUBJECT ? WITHOUT_OWNER : WITH_OWNER, Within.PERSON)
                .param("id", id.value())
                .query((rs, n) -> person(rs))
                .optional();
    }

    /** Where an id leads after merges; empty where it leads nowhere. */
    Optional<PersonId> now(PersonId id) {
        return jdbc
                .sql("select register.person_now(:id) as person_id")
                .param("id", id.value())
                .query(java.util.UUID.class)
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .map(PersonId::new)
                .findFirst();
    }

    void add(Row row) {
        var person = row.person();
        jdbc.sql("""
                        insert into register.person
                               (person_id, standing, name, given_name, family_name, sort_name, search_words, job_title, department, language,
                                owner_by, source, source_detail, sourced_on, sourced_by, role_reason, inform_by, created_at, changed_at)
                        values (:id, :standing, :name, :given, :family, :sortName, :words, :jobTitle, :department, :language,
                                :owner::uuid, :source, :sourceDetail, :sourcedOn, :sourcedBy::uuid, :roleReason, :informBy::date, :at, :at)""")
                .param("id", row.id().value())
                .param("standing", (short) row.standing().bits())
                .param("name", person.name().shown())
                .param("given", person.name().given())
                .param("family", person.name().family())
                .param("sortName", person.name().sorted())
                .param("words", SearchWords.ofPerson(person.name(), java.util.List.of(), java.util.List.of()))
                .param("jobTitle", person.field(PersonField.JOB_TITLE))
                .param("department", person.field(PersonField.DEPARTMENT))
                .param("language", person.field(PersonField.LANGUAGE))
                .param("owner", person.field(PersonField.OWNER))
                .param("source", person.origin().source().code())
                .param("sourceDetail", person.origin().detail())
                .param("sourcedOn", person.origin().on())
                .param("sourcedBy", person.sourcedBy())
                .param("roleReason", person.field(PersonField.ROLE_REASON))
                .param("informBy", row.informBy())
                .param("at", Sql.at(row.at()))
                .update();
    }

    /** Writes columns and the next version; false where the person is not there, or no longer in the version that was read. */
    boolean set(PersonId id, Map<String, @Nullable String> columns, @Nullable Integer version, Instant at) {
        var assignments = new StringBuilder();
        columns.keySet()
                .forEach(c -> assignments
                        .append(c)
                        .append(" = :")
                        .append(c)
                        .append(cast(c))
                        .append(", "));
        var statement = jdbc.sql("""
                        update register.person
                           set %s version = version + 1, changed_at = :at
                         where person_id = :id and (:version::integer is null or version = :version)""".formatted(assignments))
                .param("id", id.value())
                .param("version", version)
                .param("at", Sql.at(at));
        columns.forEach(statement::param);
        return statement.update() == 1;
    }

    private static String cast(String column) {
        return column.equals("owner_by") ? "::uuid" : "";
    }

    void index(PersonId id, String words) {
        jdbc.sql("update register.person set search_words = :words where person_id = :id")
                .param("words", words)
                .param("id", id.value())
                .update();
    }

    /** Bit 4 of the standing is that of the uninformed: only whoever really knows may be marketed to. */
    void told(PersonId id, boolean opensMarketing, Instant at) {
        jdbc.sql("""
                        update register.person
                           set informed_at = :at, version = version + 1,
                               standing = case when :opens then (standing & ~4)::smallint else standing end
                         where person_id = :id""")
                .param("id", id.value())
                .param("opens", opensMarketing)
                .param("at", Sql.at(at))
                .update();
    }

    /** The relationship lives on: the end of keeping counts from the last act. */
    void acted(PersonId id, Instant at) {
        jdbc.sql("select register.person_acted(:id, :at)")
                .param("at", Sql.at(at))
                .param("id", id.value())
                .query()
                .listOfRows();
    }

    static Person person(ResultSet rs) throws SQLException {
        var row = new Result(rs);
        return new Person(
                new PersonId(row.id("person_id")),
                row.number("version"),
                new Standing(row.number("standing")),
                new PersonName(row.text("name"), row.maybe("given_name"), row.maybe("family_name")),
                row.maybe("job_title"),
                row.maybe("department"),
                row.maybe("language"),
                owner(row),
                new Origin(Source.of(row.text("source")), row.maybe("source_detail"), row.on("sourced_on")),
                new Person.Informing(row.maybe("role_reason"), row.maybeOn("inform_by"), row.maybeAt("informed_at")),
                row.maybeAt("last_act_at"),
                row.at("created_at"),
                row.at("changed_at"));
    }

    static @Nullable Owner owner(Result row) throws SQLException {
        var id = row.maybeId("owner_by");
        var name = row.maybe("owner_name");
        return id == null ? null : new Owner(new AccountId(id), name == null ? "" : name);
    }
}
