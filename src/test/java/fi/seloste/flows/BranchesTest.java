package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Targeting;
import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Party;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Conditions, and tasks for staff. */
@MarketingTest
@Import(Paths.class)
class BranchesTest {

    private static int made;

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Targeting targeting;

    @Autowired
    Notebook notebook;

    @Autowired
    Staff staff;

    @Autowired
    EntrustingJob entrusting;

    @BeforeEach
    void a_mail_server() {
        sink.open();
        paths.clock.reset();
    }

    @Test
    void whoever_is_in_the_audience_goes_one_way_and_whoever_is_not_the_other_and_both_go_on() {
        var ada = met("Ada Haara", "ada@haara.example", "fi");
        var boris = met("Boris Haara", "boris@haara.example", "en");
        var finnish = targeting.add("Speaks Finnish", speaking("fi"), Readers.JENNY);
        var flow = paths.running(
                one -> new Step.Condition(
                        Ids.next(),
                        finnish,
                        null,
                        null,
                        List.of(paths.mail("so").apply(one)),
                        List.of(paths.mail("not so").apply(one), new Step.Stop(Ids.next()))),
                paths.mail("together"));
        paths.flows.add(flow, List.of(ada, boris), Readers.JENNY);

        paths.go();

        assertThat(paths.subjects()).containsExactlyInAnyOrder("so fi Ada", "together fi Ada", "not so for Boris");
        assertThat(paths.left(flow)).isEqualTo(Map.of("finished", 1, "stopped", 1));
    }

    @Test
    void of_whom_nothing_may_be_known_the_answer_to_a_mail_is_no() {
        var ada = met("Ada Vastaus", "ada@vastaus.example", "en");
        var first = new Step.Mail[1];
        var flow = paths.running(
                one -> first[0] = (Step.Mail) paths.mail("question").apply(one),
                one -> new Step.Condition(
                        Ids.next(),
                        null,
                        first[0].id(),
                        "clicked",
                        List.of(paths.mail("clicked").apply(one)),
                        List.of(paths.mail("quiet").apply(one))));
        paths.flows.add(flow, List.of(ada), Readers.JENNY);

        paths.go();

        assertThat(paths.subjects()).containsExactlyInAnyOrder("question for Ada", "quiet for Ada");
    }

    @Test
    @Policy("J6")
    void a_task_is_written_once_for_the_one_who_is_named_where_nobody_looks_after_the_person() {
        var ada = met("Ada Tehtava", "ada@tehtava.example", "en");
        var owner = employee();
        var flow = paths.running(one -> new Step.Task(Ids.next(), "Call Ada", 3, owner.value()), paths.wait(1));
        paths.flows.add(flow, List.of(ada), Readers.JENNY);
        paths.go();
        assertThat(tasks(ada)).as("until the job runs").isEmpty();

        var errands = paths.purposes.as(
                Purpose.OWNER,
                () -> paths.jdbc
                        .sql("select errand_id from flows.errand")
                        .query(UUID.class)
                        .list());
        assertThat(errands).hasSize(1);
        entrusting.run(errands.getFirst().toString());
        entrusting.run(errands.getFirst().toString());

        assertThat(tasks(ada)).singleElement().satisfies(task -> {
            assertThat(task.text()).isEqualTo("Call Ada");
            assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 11, 26));
        });
        assertThat(paths.purposes.as(Purpose.CUSTOMER, () -> notebook.openTasks(owner, 10)))
                .hasSize(1);
    }

    private List<Note> tasks(PersonId person) {
        return paths.purposes.as(Purpose.CUSTOMER, () -> notebook.openTasks(Party.of(person)));
    }

    private AccountId employee() {
        return staff.make(
                new Staff.Newcomer("Salla Nurmi", "salla" + made++ + ".flows@halytin.example", "en", "Europe/Helsinki"),
                Role.SALESPERSON.permissions(),
                Actor.system("test"));
    }

    private static Criteria speaking(String language) {
        return new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL, false, List.of(new Criteria.Condition("language", language)))));
    }

    private PersonId met(String name, String email, String language) {
        return readers.met(readers.firm(name + " Oy"), name, email, language);
    }
}
