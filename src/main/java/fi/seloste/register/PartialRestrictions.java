package fi.seloste.register;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.datamap.StandingBits;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Restrictions of single categories (Art. 18), in SQL: who had which restricted by which request. From these rows the database keeps the bits of the person's
 * standing, which the policies of separable tables test. Only rights add and remove them; everybody else may know of them.
 */
@Component
public class PartialRestrictions {

    /** The category of notes and fields of this company's own. */
    static final String NOTES = "relationship-notes";

    static final String TAGS = "contact-tags";

    private final JdbcClient jdbc;

    PartialRestrictions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The categories of somebody's data that are only stored, in the running purpose. */
    public List<String> of(PersonId person) {
        return jdbc.sql(
                        "select distinct category from register.partial_restriction where person_id = :person order by category")
                .param("person", person.value())
                .query(String.class)
                .list();
    }

    /** The person is held first: what two requests add at once is seen by whichever comes second. */
    public void add(PersonId person, String category, RequestId request, Instant since) {
        jdbc.sql("""
                        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
                        select p.person_id, :category, :bit, :request, :since
                          from register.person p
                         where p.person_id = :person
                           for update
                            on conflict do nothing""")
                .param("person", person.value())
                .param("category", category)
                .param("bit", (short) StandingBits.ofPart(category))
                .param("request", request.value())
                .param("since", Sql.at(since))
                .update();
    }

    /** What one request had restricted; what another one did stays. */
    public void remove(RequestId request) {
        jdbc.sql("delete from register.partial_restriction where request_id = :request")
                .param("request", request.value())
                .update();
    }

    /** Whoever writes would not see what is there, and wrote it twice. */
    void mustBeFree(Party party, String category) {
        if (!isFree(party, category)) {
            throw Problem.conflict("register.partlyRestricted");
        }
    }

    boolean isFree(Party party, String category) {
        var person = party.person();
        return person == null || !of(person).contains(category);
    }
}
