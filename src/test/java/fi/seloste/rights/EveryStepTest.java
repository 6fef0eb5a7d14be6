package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Faults;
import fi.seloste.Policy;
import fi.seloste.register.Ban;
import fi.seloste.register.Edit;
import fi.seloste.register.MarketingBan;
import fi.seloste.register.PersonField;
import fi.seloste.rights.Ends.Subject;
import fi.seloste.store.Blobs;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Each act of the desk, killed right before and right after each of its commits: whatever happens, it ends as if nothing had. */
@DatabaseTest
@Import({Office.class, Ends.class})
class EveryStepTest {

    @Autowired
    Faults faults;

    @Autowired
    Office office;

    @Autowired
    Ends ends;

    @Autowired
    Blobs blobs;

    @Autowired
    Asking asking;

    @Autowired
    Lifting lifting;

    @Autowired
    MarketingBan bans;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WITHDRAWAL")
    @Policy("R25")
    void an_answer_comes_to_the_same_end(Right right) {
        var all = faults.mustEndAlike(right.code(), course(name -> proved(right, name), this::fulfil, this::press));

        assertThat(all.kills()).isGreaterThan(2);
        assertThat(all.undisturbed()).containsEntry("state", Request.State.CLOSED);
        assertThat((List<?>) all.undisturbed().get("letters"))
                .as(
                        "of them one answer; a receipt goes with whom it was written to, an objection is first told to be weighed")
                .hasSize(right == Right.ERASURE ? 1 : right == Right.OBJECTION ? 3 : 2);
        assertThat(all.undisturbed())
                .containsEntry("orphans", List.of())
                .containsEntry("file is there", right != Right.ERASURE)
                .containsEntry("certificates", right == Right.ERASURE ? 1L : 0L)
                .containsEntry("packages", right.isAnsweredByCopy() ? 1L : 0L)
                .containsEntry("journal", linesOf(right));
    }

    /** While an objection is weighed the data are only stored: that has a line of its own. */
    private static List<String> linesOf(Right right) {
        if (right == Right.OBJECTION) {
            return List.of("objection", "objection-pending");
        }
        return right.isAnsweredByCopy() ? List.of() : List.of(right.code());
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCESS", "MARKETING_BAN"})
    @Policy("R25")
    void what_is_asked_at_the_public_page_comes_to_the_same_end(Right right) {
        var all = faults.mustEndAlike(
                "page-" + right.code(), course(name -> asked(right, name), one -> office.work(), one -> {}));

        assertThat(all.undisturbed())
                .containsEntry("state", right == Right.ACCESS ? Request.State.IDENTITY : Request.State.CLOSED);
        assertThat((List<?>) all.undisturbed().get("letters")).hasSize(1);
    }

    @Test
    @Policy("R25")
    void identity_once_attested_leads_to_review() {
        Consumer<Subject> attest = one -> office.attest(one.request());
        var all = faults.mustEndAlike("attested", course(name -> received(Right.ERASURE, name), attest, one -> {
            if (!office.rights.get(one.request()).isProved()) {
                attest.accept(one);
            }
        }));

        assertThat(all.undisturbed()).containsEntry("state", Request.State.REVIEW);
    }

    @Test
    @Policy({"R25", "R32"})
    void the_last_recipient_closes_the_request() {
        var all = faults.mustEndAlike("recipient", course(this::waitingForARecipient, this::taskDone, one -> {
            if (office.answers.tasks(one.request()).getFirst().isPending()) {
                taskDone(one);
            }
        }));

        assertThat(all.undisturbed())
                .containsEntry("state", Request.State.CLOSED)
                .containsEntry("packages", 1L);
    }

    @Test
    @Policy({"R25", "R31"})
    void the_end_of_a_restriction_is_told_once_and_is_one() {
        Consumer<Subject> lift = one -> lifting.lift(one.request(), "it was looked into", Office.SIRPA);
        var all = faults.mustEndAlike(
                "lifted",
                course(
                        name -> {
                            var subject = proved(Right.RESTRICTION, name);
                            fulfil(subject);
                            return subject;
                        },
                        lift,
                        one -> {
                            if (office.count("rights.restriction", inForce(one)) > 0) {
                                lift.accept(one);
                            }
                        }));

        assertThat(all.undisturbed()).containsEntry("restrictions in force", 0L);
        assertThat(String.valueOf(all.undisturbed().get("letters"))).containsOnlyOnce("rights-lifting");
    }

    @Test
    @Policy({"R25", "R23"})
    void the_second_search_is_made_once_and_the_identifiers_go() {
        var all = faults.mustEndAlike(
                "second", course(this::erasedYesterday, one -> ends.round("rights-sweep"), one -> {}));

        assertThat((List<?>) all.undisturbed().get("letters")).isEmpty();
        assertThat(office.count("rights.erasure", "sealed is not null")).isZero();
        assertThat(office.count("rights.certificate", "second_at is null and content like '%second%'"))
                .isZero();
    }

    @Test
    @Policy({"R27", "B2"})
    void a_ban_by_hand_stands_in_the_journal_once() {
        var all = faults.mustEndAlike("by-hand", course(name -> received(Right.ACCESS, name), this::banByHand, one -> {
            if (office.sees(Purpose.MARKETING, one.person())) {
                banByHand(one);
                office.work();
            }
        }));

        assertThat(all.undisturbed()).containsEntry("jobs", 0L);
    }

    private Faults.Course<Subject, Map<String, Object>> course(
            Function<String, Subject> prepare, Consumer<Subject> act, Consumer<Subject> again) {
        return new Faults.Course<>() {
            @Override
            public Subject prepare(String name) {
                return prepare.apply(name);
            }

            @Override
            public void act(Subject subject) {
                act.accept(subject);
            }

            @Override
            public void goOn(Subject subject) {
                ends.restart();
                again.accept(subject);
                ends.restart();
            }

            @Override
            public Map<String, Object> end(Subject subject) {
                return ends.of(subject);
            }
        };
    }

    private Subject received(Right right, String name) {
        var email = name + "@jokivoima.example";
        var person = office.person("Ada Everystep", email);
        var file = office.asCustomer(() -> blobs.keep(
                new Blobs.Label("offer.txt", "text/plain", person),
                new ByteArrayInputStream("An offer".getBytes(StandardCharsets.UTF_8))));
        var request = office.receive(right, email);
        office.work();
        return new Subject(person, request.id(), email, file);
    }

    private Subject proved(Right right, String name) {
        var subject = received(right, name);
        if (right.needsProof()) {
            office.attest(subject.request());
        }
        if (right == Right.RECTIFICATION) {
            office.clock.advance(Duration.ofMinutes(1));
            office.asCustomer(() -> {
                office.register.change(
                        subject.person(), Edit.of(Map.of(PersonField.DEPARTMENT, "Safety")), Office.SIRPA);
                return true;
            });
        }
        return subject;
    }

    private void fulfil(Subject subject) {
        office.rights.fulfil(subject.request(), Office.SIRPA);
    }

    /** Whoever pressed the button and got no answer presses it again where nothing shows that it was heard. */
    private void press(Subject subject) {
        if (!office.rights.get(subject.request()).isDecided()) {
            fulfil(subject);
        }
    }

    private Subject asked(Right right, String name) {
        var email = name + "@jokivoima.example";
        var person = office.person("Ada Everystep", email);
        asking.ask(new Asking.Ask(right, email, null, null, "en"), () -> {});
        var id = office.asOwner(() -> office.jdbc
                .sql("select request_id from rights.request where email = :email")
                .param("email", email)
                .query(UUID.class)
                .single());
        return new Subject(person, new fi.seloste.base.RequestId(id), email, UUID.randomUUID());
    }

    private Subject waitingForARecipient(String name) {
        var subject = proved(Right.ACCESS, name);
        office.run("""
                insert into rights.recipient_task (task_id, request_id, recipient, state, made_at)
                values (gen_random_uuid(), '%s', 'docue', 'open', '2026-11-23')""".formatted(subject.request()));
        fulfil(subject);
        office.work();
        return subject;
    }

    private void taskDone(Subject subject) {
        var task = office.answers.tasks(subject.request()).getFirst().taskId();
        office.answers.taskDone(subject.request(), task, "done", "their letter of today", Office.SIRPA);
    }

    private Subject erasedYesterday(String name) {
        office.run("update rights.erasure set sealed = null");
        var subject = proved(Right.ERASURE, name);
        fulfil(subject);
        office.work();
        office.run("update store.letter set sent_at = queued_at where recipient = '%s'".formatted(subject.email()));
        office.clock.advance(Duration.ofHours(13));
        return subject;
    }

    private void banByHand(Subject subject) {
        office.asCustomer(() -> bans.ban(subject.person(), Ban.because("said so on the phone"), Office.SIRPA));
        office.work();
    }

    private static String inForce(Subject subject) {
        return "request_id = '%s' and lifted_at is null".formatted(subject.request());
    }
}
