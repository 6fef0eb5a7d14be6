package fi.seloste.flows;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Faults;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.register.Notebook;
import fi.seloste.register.Party;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Leading people on, killed right before and right after each of its commits. */
@MarketingTest
@Import(Paths.class)
class KilledFlowTest {

    private static int made;

    @Autowired
    Faults faults;

    @Autowired
    Paths paths;

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Staff staff;

    @Autowired
    Notebook notebook;

    @Autowired
    EntrustingJob entrusting;

    /** A flow of a mail, a task, a day and another mail, and who goes through it. */
    private record Way(UUID flow, String at, List<PersonId> people) {}

    @Test
    @Policy("J6")
    void wherever_it_is_killed_everybody_gets_each_mail_once_and_each_task_is_written_once() {
        var all = faults.mustEndAlike("flow", new Faults.Course<Way, Map<String, Object>>() {
            @Override
            public Way prepare(String name) {
                return way(name.replace('.', '-'));
            }

            @Override
            public void act(Way way) {
                paths.lead();
                paths.clock.advance(Duration.ofHours(25));
                paths.lead();
            }

            @Override
            public void goOn(Way way) {
                paths.go();
                paths.clock.advance(Duration.ofHours(25));
                paths.go();
                entrust();
            }

            @Override
            public Map<String, Object> end(Way way) {
                return endOf(way);
            }
        });

        assertThat(all.kills())
                .as("before and after each of what is done together")
                .isGreaterThan(3);
        assertThat(all.undisturbed())
                .containsEntry("messages", List.of(2L, 2L))
                .containsEntry("left", Map.of("finished", 2))
                .containsEntry("tasks", List.of(1, 1))
                .containsEntry("within", 0);
    }

    private Way way(String name) {
        sink.open();
        paths.clock.reset();
        var salla = staff.make(
                new Staff.Newcomer(
                        "Salla Nurmi", "salla" + made++ + ".killed@halytin.example", "en", "Europe/Helsinki"),
                Role.SALESPERSON.permissions(),
                Actor.system("test"));
        var firm = readers.firm("Katko " + name + " Oy");
        var at = "@" + name + ".example";
        var people = List.of(
                readers.met(firm, "Ada Katko", "ada" + at, "en"), readers.met(firm, "Boris Katko", "boris" + at, "en"));
        var flow = paths.running(
                paths.mail("first"),
                one -> new Step.Task(Ids.next(), "Call", 3, salla.value()),
                paths.wait(1),
                paths.mail("second"));
        paths.flows.add(flow, people, Readers.JENNY);
        return new Way(flow, at, people);
    }

    /** As the workshop does. */
    private void entrust() {
        paths.purposes
                .as(
                        Purpose.OWNER,
                        () -> paths.jdbc
                                .sql("delete from store.scheduled_tasks where task_name = :job returning task_instance")
                                .param("job", EntrustingJob.NAME)
                                .query(String.class)
                                .list())
                .forEach(entrusting::run);
    }

    private Map<String, Object> endOf(Way way) {
        var end = new TreeMap<String, Object>();
        end.put(
                "messages",
                way.people().stream().map(person -> messages(person)).toList());
        end.put(
                "readers",
                sink.readers().stream()
                        .map(one -> one.replace(way.at(), ""))
                        .filter(one -> !one.contains("@"))
                        .toList());
        end.put("left", paths.left(way.flow()));
        end.put("within", paths.within(way.flow()));
        end.put("tasks", way.people().stream().map(this::tasks).toList());
        return end;
    }

    private long messages(PersonId person) {
        return paths.purposes.as(
                Purpose.OWNER,
                () -> paths.jdbc
                        .sql("select count(*) from marketing.delivery where person_id = :person and state = 'sent'")
                        .param("person", person.value())
                        .query(Long.class)
                        .single());
    }

    private int tasks(PersonId person) {
        return paths.purposes.as(
                Purpose.CUSTOMER, () -> notebook.openTasks(Party.of(person)).size());
    }
}
