package fi.seloste.disclosures;

import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of whom disclosures are about, as their copies tell it. */
@Component
class ConcernedRows {

    private final JdbcClient jdbc;

    ConcernedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonId> of(UUID disclosure) {
        return jdbc
                .sql("select person_id from disclosures.concerned where disclosure_id = :id order by concerned_id")
                .param("id", disclosure)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    List<PersonId> untold(UUID disclosure) {
        return jdbc
                .sql(
                        "select person_id from disclosures.concerned where disclosure_id = :id and told_at is null order by concerned_id")
                .param("id", disclosure)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** False where they were told before, or it is not about them. */
    boolean told(UUID disclosure, PersonId person, Way how, Instant now) {
        return jdbc.sql("""
                        update disclosures.concerned
                           set told_at = :now, told_how = :how
                         where disclosure_id = :id and person_id = :person and told_at is null""")
                        .param("now", Sql.at(now))
                        .param("how", how.code())
                        .param("id", disclosure)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void add(UUID disclosure, Collection<PersonId> people, Instant now) {
        for (var person : people) {
            jdbc.sql("""
                            insert into disclosures.concerned (concerned_id, disclosure_id, person_id, named_at)
                            values (:id, :disclosure, :person, :now)
                            on conflict (disclosure_id, person_id) do nothing""")
                    .param("id", Ids.next())
                    .param("disclosure", disclosure)
                    .param("person", person.value())
                    .param("now", Sql.at(now))
                    .update();
        }
    }

    /** Takes out everybody else. */
    void keepOnly(UUID disclosure, Collection<PersonId> people) {
        jdbc.sql("delete from disclosures.concerned where disclosure_id = :id and person_id <> all(:people)")
                .param("id", disclosure)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
    }

    /** That the data of everybody named went to the authority. */
    void given(UUID disclosure, Disclosure.Answer answer) {
        jdbc.sql("""
                        update disclosures.concerned
                           set given_on = :on::date, categories = :categories
                         where disclosure_id = :id""")
                .param("on", answer.sentOn())
                .param("categories", Sql.array(answer.categories()))
                .param("id", disclosure)
                .update();
    }
}
