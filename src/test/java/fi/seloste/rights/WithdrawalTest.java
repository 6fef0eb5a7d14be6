package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consent;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.doors.Guard;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Consents meet the rights: taken back by every way at once, handed over, and not brought back by a restore. */
@DatabaseTest
@Import(Office.class)
class WithdrawalTest {

    private static final String NEWS = "consented-marketing";

    @Autowired
    Office office;

    @Autowired
    Consents consents;

    @Autowired
    MarketingBan bans;

    @Autowired
    Mailbox mailbox;

    @Autowired
    Inbox inbox;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    MockMvc web;

    @Test
    @Policy({"R40", "C4"})
    void a_withdrawal_that_staff_or_a_program_takes_in_is_done_at_once_and_the_letter_names_the_consents() {
        var ada = agreeing("Ada Desk", "desk@jokivoima.example");

        var closed = office.receive(Right.WITHDRAWAL, "desk@jokivoima.example");

        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(standing(ada)).isEmpty();
        assertThat(office.lettersTo("desk@jokivoima.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body())
                        .contains(
                                "Newsletters and other marketing with consent, given on 23 November 2026",
                                "What was done before stays lawful",
                                "legitimate interest",
                                "/privacy?right=marketing-ban"));
        assertThat(office.rights.fulfil(closed.id(), Office.SIRPA).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.attest(closed.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.count("rights.step", "request_id = '%s' and name = 'journal'".formatted(closed.id())))
                .isOne();
    }

    @Test
    @Policy({"R40", "R8"})
    void a_withdrawal_at_the_public_page_needs_no_proof_and_whoever_is_banned_is_offered_no_ban() throws Exception {
        var ada = agreeing("Ada Public", "public@jokivoima.example");
        office.purposes.as(Purpose.RIGHTS, () -> {
            give(ada, "references", "You may name me.");
        });
        office.purposes.as(Purpose.CUSTOMER, () -> bans.ban(ada, Ban.because("asked by phone"), Office.SIRPA));
        office.clock.advance(Duration.ofMinutes(1));
        var known = ask("withdrawal", "public@jokivoima.example");
        var unknown = ask("withdrawal", "nobody.public@jokivoima.example");
        assertThat(page(known).replace(known, unknown)).isEqualTo(page(unknown));
        assertThat(standing(ada)).hasSize(1);

        office.work();

        assertThat(standing(ada)).isEmpty();
        assertThat(office.lettersTo("public@jokivoima.example").getFirst().body())
                .contains("are withdrawn from now on")
                .doesNotContain("right=marketing-ban");
        assertThat(office.lettersTo("nobody.public@jokivoima.example")
                        .getFirst()
                        .body())
                .contains("nothing about you is kept");
    }

    @Test
    @Policy({"R40", "R10"})
    void whoever_agreed_to_nothing_is_told_so() throws Exception {
        office.person("Ada Nothing", "nothing@jokivoima.example");
        ask("withdrawal", "nothing@jokivoima.example");
        office.work();
        assertThat(office.lettersTo("nothing@jokivoima.example").getFirst().body())
                .contains("none of yours stands", "right=marketing-ban");
        assertThat(RefusalGround.against(Right.WITHDRAWAL)).containsExactly(RefusalGround.NO_CONSENT);
    }

    @Test
    @Policy({"C4", "C10"})
    void on_their_own_page_the_person_takes_each_consent_back_by_one_button_and_keeps_its_receipt() throws Exception {
        var ada = agreeing("Ada Own", "own@jokivoima.example");
        var boris = agreeing("Boris Own", "boris.own@jokivoima.example");
        var kept = standing(ada).getFirst();
        var codePage = ask("access", "own@jokivoima.example");
        office.work();
        var own =
                Objects.requireNonNull(send(codePage, "code", office.found("own@jokivoima.example", "\n    (\\d{6})\n"))
                        .getHeader("Location"));
        assertThat(page(own)).contains("What you agreed to", "Yes, send me the newsletter", "stands since");

        var receipt = web.perform(get(own + "/consents/" + kept.id() + "/receipt"))
                .andReturn()
                .getResponse();
        assertThat(receipt.getContentType()).contains("application/ld+json");
        assertThat(receipt.getContentAsString()).contains("dpv:ConsentReceipt", "Yes, send me the newsletter");

        var foreign = standing(boris).getFirst();
        assertThat(send(own + "/consents/" + foreign.id() + "/withdrawal", "x", "")
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(own + "/consents/" + kept.id() + "/withdrawal", "x", "").getStatus())
                .isEqualTo(303);
        assertThat(standing(ada)).isEmpty();
        assertThat(standing(boris)).hasSize(1);
        assertThat(page(own)).contains("withdrawn").doesNotContain("stands since");
    }

    @Test
    @Policy({"C11", "R27"})
    void a_restore_does_not_bring_back_a_consent_that_was_withdrawn() {
        var ada = agreeing("Ada Back", "back@jokivoima.example");
        var consent = standing(ada).getFirst();
        office.purposes.as(Purpose.MARKETING, () -> {
            consents.withdraw(ada, consent.id(), Way.LINK, Office.SIRPA);
        });
        office.work();
        assertThat(standing(ada)).isEmpty();

        // The backup was made before the withdrawal.
        office.run("delete from rights.journal_line where request_id = '%s'".formatted(consent.id()));
        office.run(
                "update consents.consent set withdrawn_at = null, ends_at = null, withdrawn_how = null where consent_id = '%s'"
                        .formatted(consent.id()));
        assertThat(standing(ada)).hasSize(1);

        reconciliation.reconcile();

        assertThat(standing(ada)).isEmpty();
        assertThat(reconciliation.reconcile()).isZero();
    }

    @Test
    @Policy("R41")
    void while_an_objection_is_weighed_the_data_are_only_stored_and_overriding_grounds_are_told_before_that_ends() {
        var ada = office.person("Ada Weighed", "weighed@jokivoima.example");
        var request = office.receive(Right.OBJECTION, "weighed@jokivoima.example");
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();

        office.attest(request.id());

        assertThat(office.sees(Purpose.CUSTOMER, ada)).isFalse();
        assertThat(office.lettersTo("weighed@jokivoima.example").getFirst().body())
                .contains("your data are only stored");
        assertThat(conflictOf(() -> weighing.weigh(request.id(), "overridden", " ", Office.SIRPA)))
                .contains("rights.reason.missing");
        assertThat(conflictOf(() -> office.rights.refuse(request.id(), "compelling-grounds", "", Office.SIRPA)))
                .contains("rights.reason.missing");
        assertThat(conflictOf(() -> weighing.weigh(request.id(), "maybe", "reasons", Office.SIRPA)))
                .contains("rights.balancing.unknown");

        var refused = weighing.weigh(
                request.id(), "overridden", "An invoice of the company is disputed in court.", Office.SIRPA);

        assertThat(refused.state()).isEqualTo(Request.State.REFUSED);
        assertThat(office.sees(Purpose.CUSTOMER, ada)).isTrue();
        var letters = office.lettersTo("weighed@jokivoima.example");
        assertThat(letters.get(0).body()).contains("no longer restricted");
        assertThat(letters.get(1).body()).contains("disputed in court", "Data Protection Ombudsman", "court");
        assertThat(office.count(
                        "rights.balancing",
                        "request_id = '%s' and outcome = 'overridden' and reasons like 'An invoice%%'"
                                .formatted(request.id())))
                .isOne();
    }

    @Test
    @Policy({"R41", "R27"})
    void a_restore_does_not_open_the_data_of_whoever_objects_and_the_desk_has_the_request_again() {
        var dora = office.person("Dora Pending", "pending@jokivoima.example");
        var request = office.receive(Right.OBJECTION, "pending@jokivoima.example");
        office.attest(request.id());
        office.work();
        assertThat(office.count("rights.journal_line", "request_id = '%s'".formatted(request.id())))
                .isOne();

        // The backup was made before the identity was known.
        office.run("delete from rights.journal_line where request_id = '%s'".formatted(request.id()));
        office.run("delete from rights.restriction where request_id = '%s'".formatted(request.id()));
        office.run("update register.person set standing = 0 where person_id = '%s'".formatted(dora));
        assertThat(office.sees(Purpose.CUSTOMER, dora)).isTrue();

        reconciliation.reconcile();

        assertThat(office.sees(Purpose.CUSTOMER, dora)).isFalse();
        assertThat(office.sees(Purpose.RIGHTS, dora)).isTrue();
        assertThat(reconciliation.reconcile()).isZero();
    }

    @Test
    @Policy("R41")
    void an_objection_that_is_upheld_ends_the_use_and_keeps_the_reasons() {
        var boris = office.person("Boris Upheld", "upheld@jokivoima.example");
        var request = office.receive(Right.OBJECTION, "upheld@jokivoima.example");
        office.attest(request.id());

        var closed = weighing.weigh(request.id(), "upheld", "The person is threatened by a stalker.", Office.SIRPA);

        assertThat(closed.state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.sees(Purpose.CUSTOMER, boris)).isFalse();
        assertThat(office.sees(Purpose.MARKETING, boris)).isFalse();
        assertThat(office.lettersTo("upheld@jokivoima.example").getFirst().body())
                .contains("we no longer use your data");
        var access = office.receive(Right.ACCESS, "upheld@jokivoima.example");
        assertThat(conflictOf(() -> weighing.weigh(access.id(), "upheld", "reasons", Office.SIRPA)))
                .contains("rights.balancing.notObjection");
    }

    @Test
    @Policy("R41")
    void an_objection_that_is_taken_back_restricts_no_longer() {
        var chen = office.person("Chen Taken", "takenback@jokivoima.example");
        var request = office.receive(Right.OBJECTION, "takenback@jokivoima.example");
        office.attest(request.id());
        assertThat(office.sees(Purpose.CUSTOMER, chen)).isFalse();
        office.rights.withdraw(request.id(), Office.SIRPA);
        assertThat(office.sees(Purpose.CUSTOMER, chen)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "REFUSED"})
    @Policy({"R41", "R27", "B15"})
    void a_restore_does_not_lock_whoever_took_an_objection_back_or_was_overridden(Request.State end) {
        var email = "over." + end.code() + "@jokivoima.example";
        var chen = office.person("Chen Over", email);
        var request = office.receive(Right.OBJECTION, email);
        office.attest(request.id());
        office.work();
        if (end == Request.State.WITHDRAWN) {
            office.rights.withdraw(request.id(), Office.SIRPA);
        } else {
            weighing.weigh(request.id(), "overridden", "An invoice is disputed in court.", Office.SIRPA);
        }
        office.work();
        assertThat(office.count("rights.journal_line", "request_id = '%s'".formatted(request.id())))
                .isEqualTo(2);

        // The backup was made while it was being weighed.
        office.run(
                "delete from rights.journal_line where request_id = '%s' and seq = (select max(seq) from rights.journal_line where request_id = '%s')"
                        .formatted(request.id(), request.id()));
        office.run("delete from rights.refusal where request_id = '%s'".formatted(request.id()));
        office.run("update rights.request set state = 'review', closed_at = null where request_id = '%s'"
                .formatted(request.id()));
        office.run(
                "update rights.restriction set lifted_at = null, lifted_for = null, lifted_by = null where request_id = '%s'"
                        .formatted(request.id()));
        office.run("update register.person set standing = standing | 2 where person_id = '%s'".formatted(chen));
        assertThat(office.sees(Purpose.CUSTOMER, chen)).isFalse();

        reconciliation.reconcile();

        assertThat(office.sees(Purpose.CUSTOMER, chen)).isTrue();
        assertThat(office.rights.get(request.id()).state()).isEqualTo(end);
        assertThat(reconciliation.reconcile()).isZero();
    }

    @Test
    @Policy({"R40", "R33"})
    void a_withdrawal_that_comes_by_mail_is_done_when_it_is_taken_whoever_it_is_from() {
        var ada = agreeing("Ada Mailing", "mailing@jokivoima.example");
        var message = mailbox.take(
                        Mailbox.PRIVACY,
                        new ByteArrayInputStream(("From: Ada Mailing <mailing@jokivoima.example>\nSubject: Newsletter\n"
                                        + "Message-ID: <withdrawal-by-mail@jokivoima.example>\n\nI withdraw my consent.")
                                .getBytes(StandardCharsets.UTF_8)),
                        office.clock.instant())
                .orElseThrow();
        office.work();
        var arrival = inbox.list("waiting", null, 200).stream()
                .filter(one -> message.equals(one.message()))
                .findFirst()
                .orElseThrow();
        assertThat(standing(ada)).hasSize(1);

        var taken = inbox.take(
                arrival.id(), new Inbox.Taken(Right.WITHDRAWAL, "mailing@jokivoima.example", null, "en"), Office.SIRPA);

        office.work();

        assertThat(office.rights.get(taken.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(taken.course().received().channel()).isEqualTo("mail");
        assertThat(standing(ada)).isEmpty();
        assertThat(office.lettersTo("mailing@jokivoima.example"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains("are withdrawn from now on"));
    }

    @Test
    @Policy("R16")
    void portability_hands_over_what_was_provided_and_rests_on_consent_as_json_and_csv() {
        agreeing("Ada Taking", "consenting@jokivoima.example");
        office.person("Boris Interest", "interest@jokivoima.example");

        var given = Office.unzip(office.answers.open(
                office.done(Right.PORTABILITY, "consenting@jokivoima.example").id(), Office.SIRPA));
        var nothing = Office.unzip(office.answers.open(
                office.done(Right.PORTABILITY, "interest@jokivoima.example").id(), Office.SIRPA));

        assertThat(given.get("data.json"))
                .contains("consenting@jokivoima.example", "consents.consent")
                .doesNotContain("rights.request", "register.note");
        assertThat(given.get("csv/register.contact_point.csv")).contains("consenting@jokivoima.example", "value");
        assertThat(given.keySet()).contains("csv/consents.consent.csv");
        assertThat(nothing.get("data.json")).doesNotContain("interest@jokivoima.example");
        assertThat(nothing.keySet()).noneMatch(name -> name.startsWith("csv/"));
        assertThat(nothing.get("letter.html")).contains("nothing to take along under Art. 20(1)");
    }

    @Autowired
    Weighing weighing;

    private static String conflictOf(Runnable act) {
        try {
            act.run();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private PersonId agreeing(String name, String email) {
        var person = office.person(name, email);
        office.purposes.as(Purpose.MARKETING, () -> {
            give(person, NEWS, "Yes, send me the newsletter.");
        });
        office.clock.advance(Duration.ofMinutes(1));
        return person;
    }

    private void give(PersonId person, String purpose, String words) {
        consents.give(
                person,
                new Agreement(
                        Aim.of(purpose),
                        new Wording.Text(words, "en"),
                        new Agreement.Manner(Channel.PHONE, new Proof(Proof.Kind.NOTED, "Call with Sirpa"), null),
                        null),
                Office.SIRPA);
    }

    private List<Consent> standing(PersonId person) {
        return office.purposes.as(Purpose.RIGHTS, () -> consents.standing(person));
    }

    private String ask(String right, String email) throws Exception {
        var response = web.perform(post("/privacy")
                        .with(csrf())
                        .param(Guard.STAMP, office.stamp())
                        .param("right", right)
                        .param("email", email))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private MockHttpServletResponse send(String url, String name, String value) throws Exception {
        return web.perform(post(url).with(csrf()).param(name, value))
                .andReturn()
                .getResponse();
    }

    private String page(String url) throws Exception {
        return web.perform(get(url))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
