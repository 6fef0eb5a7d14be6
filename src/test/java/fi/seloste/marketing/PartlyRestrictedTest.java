package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That a category of somebody's is restricted alone (Art. 18) takes the rows of that category from use, and the person from nothing. */
@MarketingTest
class PartlyRestrictedTest {

    private static final String NOTES = "relationship-notes";

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Targeting targeting;

    @Autowired
    Sending sending;

    @Autowired
    PartialRestrictions partial;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy({"R44", "M1"})
    void whoever_had_notes_restricted_is_counted_chosen_and_written_to_and_whoever_had_everything_is_not() {
        var firm = readers.firm("Osaraja Oy");
        var ada = readers.met(firm, "Ada Osa", "ada@osaraja.example", "fi");
        var boris = readers.met(firm, "Boris Osa", "boris@osaraja.example", "fi");
        readers.met(firm, "Chen Osa", "chen@osaraja.example", "fi");
        assertThat(targeting.count(readers.at(firm))).isEqualTo(3);

        restrict(ada, NOTES);
        readers.restrict(boris);

        assertThat(targeting.count(readers.at(firm))).isEqualTo(2);
        assertThat(targeting.fitting(readers.at(firm), List.of(ada))).containsExactly(ada);
        var reach = targeting.reach(readers.at(firm));
        assertThat(reach.people()).isEqualTo(3);
        assertThat(reach.excluded()).containsExactly(new Excluded("restricted", 1));
        send(firm);
        assertThat(sink.readers()).containsExactlyInAnyOrder("ada@osaraja.example", "chen@osaraja.example");
    }

    @Test
    @Policy({"R44", "M3"})
    void a_message_that_waits_leaves_though_notes_are_restricted_meanwhile_and_does_not_once_everything_is() {
        var firm = readers.firm("Välissä Oy");
        var ada = readers.met(firm, "Ada Väli", "ada@valissa.example", "fi");
        var boris = readers.met(firm, "Boris Väli", "boris@valissa.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(2);

        restrict(ada, NOTES);
        restrict(boris, NOTES);
        readers.restrict(boris);
        sending.run();

        assertThat(sink.readers()).containsExactly("ada@valissa.example");
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("restricted", 1));
        assertThat(marketing.report(id).numbers().waiting()).isZero();
    }

    @Test
    @Policy({"R44", "M1"})
    void whichever_came_first_and_whichever_ends_first_the_person_is_hidden_exactly_while_everything_is_restricted() {
        var firm = readers.firm("Järjestys Oy");
        var ada = readers.met(firm, "Ada Järki", "ada@jarjestys.example", "fi");
        assertThat(targeting.fitting(readers.at(firm), List.of(ada))).containsExactly(ada);

        var first = restrict(ada, NOTES);
        readers.restrict(ada);
        assertThat(targeting.fitting(readers.at(firm), List.of(ada))).isEmpty();
        release(ada);
        assertThat(targeting.fitting(readers.at(firm), List.of(ada))).containsExactly(ada);
        assertThat(standing(ada)).as("the part remains").isEqualTo(32);

        readers.restrict(ada);
        lift(first);
        assertThat(targeting.fitting(readers.at(firm), List.of(ada))).isEmpty();
        assertThat(standing(ada)).as("the whole remains").isEqualTo(2);
        var second = restrict(ada, NOTES);
        var third = restrict(ada, NOTES);
        release(ada);
        lift(second);
        assertThat(standing(ada)).as("another request restricted the same").isEqualTo(32);
        lift(third);
        assertThat(standing(ada)).isZero();
    }

    @Test
    void what_is_to_be_skipped_is_found_by_an_index_that_holds_nobody_who_is_restricted_in_part() {
        var firm = readers.firm("Hakemisto Oy");
        var ada = readers.met(firm, "Ada Haku", "ada@hakemisto.example", "fi");
        var boris = readers.met(firm, "Boris Haku", "boris@hakemisto.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        restrict(ada, NOTES);
        readers.restrict(boris);

        var hidden = "campaign_id = '%s' and (standing & 31) <> 0 and state = 'waiting'".formatted(id);
        assertThat(owner("select person_id::text from marketing.delivery where " + hidden))
                .containsExactly(boris.toString());
        assertThat(plan("select 1 from marketing.delivery where " + hidden)).contains("delivery_hidden");
        assertThat(plan(
                        "select 1 from flows.passage where flow_id = '%s' and due_at is not null and (standing & 31) <> 0"
                                .formatted(id)))
                .contains("passage_hidden");
    }

    private void send(OrganisationId firm) {
        marketing.send(readers.campaign(firm), Readers.JENNY);
        sending.run();
    }

    private RequestId restrict(PersonId person, String category) {
        var request = new RequestId(UUID.randomUUID());
        readers.purposes.as(Purpose.RIGHTS, () -> partial.add(person, category, request, readers.clock.instant()));
        return request;
    }

    private void lift(RequestId request) {
        readers.purposes.as(Purpose.RIGHTS, () -> partial.remove(request));
    }

    private void release(PersonId person) {
        readers.purposes.as(
                Purpose.RIGHTS,
                () -> readers.jdbc
                        .sql("update register.person set standing = (standing & ~2)::smallint where person_id = :id")
                        .param("id", person.value())
                        .update());
    }

    private int standing(PersonId person) {
        return Integer.parseInt(
                owner("select standing::text from register.person where person_id = '%s'".formatted(person))
                        .getFirst());
    }

    private String plan(String sql) {
        return readers.purposes.as(Purpose.OWNER, () -> {
            readers.jdbc.sql("set local enable_seqscan = off").update();
            return String.join(
                    "\n", readers.jdbc.sql("explain " + sql).query(String.class).list());
        });
    }

    private List<String> owner(String sql) {
        return readers.purposes.as(
                Purpose.OWNER, () -> readers.jdbc.sql(sql).query(String.class).list());
    }
}
