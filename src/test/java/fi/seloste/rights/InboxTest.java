package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.mailbox.Mailbox;
import fi.seloste.store.Purpose;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Office.class)
class InboxTest {

    private static final Instant ARRIVED = Instant.parse("2026-11-18T22:30:00Z");

    @Autowired
    Office office;

    @Autowired
    Inbox inbox;

    @Autowired
    Mailbox mailbox;

    @Autowired
    CameWith came;

    @Test
    @Policy({"R33", "R34"})
    void a_message_counts_from_the_day_it_arrived_in_the_controllers_zone_whenever_it_is_taken() {
        var arrival = arrived("ada.day@jokivoima.example", "Access", "Please send me a copy of my data.", "");
        assertThat(arrival.state()).isEqualTo(Arrival.State.WAITING);
        assertThat(office.lettersTo("ada.day@jokivoima.example")).isEmpty();

        var request = take(arrival, Right.ACCESS, "ada.day@jokivoima.example");

        assertThat(request.course().received().on()).isEqualTo(LocalDate.of(2026, 11, 19)); // half past midnight there
        assertThat(request.course().received().channel()).isEqualTo("mail");
        assertThat(request.deadline(Office.TODAY).due()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(request.asker().words()).contains("copy of my data");
        assertThat(office.found("ada.day@jokivoima.example", "(" + request.number() + ")"))
                .isEqualTo(request.number());
        assertThat(inbox.get(arrival.id()).request()).isEqualTo(request.id());
        assertThatThrownBy(() -> take(arrival, Right.ACCESS, "ada.day@jokivoima.example"))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("R35")
    void whoever_is_in_the_register_and_whoever_is_not_get_the_same_receipt_and_nothing_before_it() {
        office.person("Boris Known", "boris.known@jokivoima.example");
        var known = arrived("boris.known@jokivoima.example", "Erasure", "Erase my data", "");
        var unknown = arrived("nobody.known@jokivoima.example", "Erasure", "Erase my data", "");
        assertThat(office.lettersTo("boris.known@jokivoima.example")).isEmpty();
        assertThat(office.lettersTo("nobody.known@jokivoima.example")).isEmpty();

        var first = take(known, Right.ERASURE, "boris.known@jokivoima.example");
        var second = take(unknown, Right.ERASURE, "nobody.known@jokivoima.example");

        assertThat(body("boris.known@jokivoima.example", first))
                .isEqualTo(body("nobody.known@jokivoima.example", second));
        assertThat(first.isProved()).isFalse();
    }

    @Test
    @Policy("R36")
    void an_answer_to_our_letter_joins_its_request_by_itself_and_proves_nothing() {
        office.person("Chen Reply", "chen.reply@jokivoima.example");
        var request = office.receive(Right.ACCESS, "chen.reply@jokivoima.example");
        var letter = office.lettersTo("chen.reply@jokivoima.example").getFirst();

        var reply = arrived(
                "Chen.Reply+home@jokivoima.example",
                "thanks",
                "It is me.",
                "In-Reply-To: <" + letter.letterId() + "@firm.example>\n");

        assertThat(reply.state()).isEqualTo(Arrival.State.JOINED);
        assertThat(reply.request()).isEqualTo(request.id());
        assertThat(office.rights.get(request.id()).isProved()).isFalse();
        assertThat(office.rights.evidence(request.id()))
                .anyMatch(line -> line.act().equals("message-joined"));
    }

    @Test
    @Policy("R36")
    void a_number_in_the_subject_joins_only_what_the_same_sender_asked() {
        var request = office.receive(Right.ACCESS, "dora.number@jokivoima.example");

        var same = arrived("dora.number@jokivoima.example", "Re: Your request " + request.number(), "More.", "");
        var other = arrived("eve.number@elsewhere.example", "Re: Your request " + request.number(), "Send it here", "");

        assertThat(same.state()).isEqualTo(Arrival.State.JOINED);
        assertThat(other.state()).isEqualTo(Arrival.State.WAITING);
        assertThat(office.count("rights.arrival", "request_id = '" + request.id() + "'"))
                .isOne();
    }

    @Test
    @Policy("R37")
    void machines_are_never_answered_and_bounces_are_noted_at_the_request() {
        var request = office.receive(Right.ACCESS, "gone.away@jokivoima.example");
        var letter = office.lettersTo("gone.away@jokivoima.example").getFirst();
        var bounce = raw("From: MAILER-DAEMON@mx.example\nContent-Type: multipart/report; boundary=r\n\n--r\n"
                + "Content-Type: text/plain\n\nNot delivered\n--r\nContent-Type: message/rfc822\n\nMessage-ID: <"
                + letter.letterId() + "@firm.example>\n\nx\n--r--\n");
        assertThat(bounce.state()).isEqualTo(Arrival.State.JOINED);
        assertThat(office.rights.evidence(request.id()))
                .anyMatch(line -> line.act().equals("letter-bounced"));

        var machine = arrived("robot@jokivoima.example", "Erase", "Erase this", "Auto-Submitted: auto-generated\n");
        assertThat(machine.state()).isEqualTo(Arrival.State.WAITING);
        take(machine, Right.ERASURE, "robot@jokivoima.example");
        assertThat(office.lettersTo("robot@jokivoima.example")).isEmpty();

        assertThat(raw("From: MAILER-DAEMON@mx.example\nSubject: x\n\nNot delivered")
                        .state())
                .isEqualTo(Arrival.State.SET_ASIDE);
    }

    @Test
    void what_is_set_aside_needs_a_reason_and_can_be_taken_up_again() {
        var arrival = arrived("shop@offers.example", "Offers", "Buy now", "");
        assertThatThrownBy(() -> inbox.setAside(arrival.id(), "  ", Office.SIRPA))
                .isInstanceOf(Problem.Invalid.class);

        assertThat(inbox.setAside(arrival.id(), "advertising", Office.SIRPA).state())
                .isEqualTo(Arrival.State.SET_ASIDE);
        assertThat(inbox.takeUpAgain(arrival.id(), Office.SIRPA).state()).isEqualTo(Arrival.State.WAITING);
    }

    @Test
    void the_oldest_message_tells_when_something_is_due() {
        arrived("first.due@jokivoima.example", "Access", "What data do you keep?", "");

        assertThat(inbox.waiting().count()).isPositive();
        assertThat(inbox.waiting().dueOn()).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @Test
    void told_twice_a_message_is_there_once() {
        var id = mailbox.take(Mailbox.PRIVACY, content("twice@jokivoima.example", "Hi", "Erase me", ""), ARRIVED)
                .orElseThrow();
        office.jobs.stream().filter(job -> job.name().equals("mail-arrived")).forEach(job -> {
            job.run(id.toString());
            job.run(id.toString());
        });

        assertThat(office.count("rights.arrival", "message_id = '" + id + "'")).isOne();
    }

    @Test
    @Policy("R38")
    void messages_and_files_go_with_the_person_whose_they_are_and_nobody_else_loses_any() {
        var hilla = office.person("Hilla Files", "hilla.files@jokivoima.example");
        office.person("Ilmo Files", "ilmo.files@jokivoima.example");
        var hers = arrived("hilla.files@jokivoima.example", "Erase", "Erase me", ATTACHED);
        var his = arrived("ilmo.files@jokivoima.example", "Copy", "A copy please", ATTACHED);
        var request = take(hers, Right.ERASURE, "hilla.files@jokivoima.example");
        came.enclose(
                request.id(),
                "C:\\scans\\letter.pdf",
                5,
                new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8)),
                Office.SIRPA);
        assertThat(office.count("store.blob", "person_id = '" + hilla + "'")).isEqualTo(2);
        assertThat(office.count("rights.enclosure", "name = 'letter.pdf' and media_type = 'application/pdf'"))
                .isOne();

        office.attest(request.id());
        office.rights.fulfil(request.id(), Office.SIRPA);

        assertThat(office.count("store.blob", "person_id = '" + hilla + "'")).isZero();
        assertThat(office.count("mailbox.message", "sender = 'hilla.files@jokivoima.example'"))
                .isZero();
        assertThat(office.count("mailbox.message", "message_id = '" + his.message() + "'"))
                .isOne();
        assertThat(office.count("mailbox.attachment", "message_id = '" + his.message() + "'"))
                .isOne();
        assertThat(office.rights.get(request.id()).state()).isEqualTo(Request.State.CLOSED);
    }

    @Test
    @Policy("R38")
    void a_message_from_an_unknown_address_belongs_to_whom_it_proves_to_be_from() {
        var joni = office.person("Joni Real", "joni.real@jokivoima.example");
        var arrival = arrived("joni.private@elsewhere.example", "Copy", "A copy of my data", "");
        var request = take(arrival, Right.ACCESS, "joni.private@elsewhere.example");
        assertThat(owner(arrival.message())).isNull();

        office.identity.confirm(
                request.id(), new Identity.Said("attested", "called back at the number on file", joni), Office.SIRPA);

        assertThat(owner(arrival.message())).isEqualTo(joni.value());
    }

    @Test
    @Policy("R39")
    void of_two_requests_for_the_same_the_earlier_clock_runs_until_they_are_parted() {
        office.person("Kaino Twice", "kaino.twice@jokivoima.example");
        var later = office.receive(Right.ACCESS, "kaino.twice@jokivoima.example", LocalDate.of(2026, 11, 20));
        var earlier = office.receive(Right.ACCESS, "kaino.twice@jokivoima.example", LocalDate.of(2026, 11, 2));
        var other = office.receive(Right.ERASURE, "kaino.twice@jokivoima.example", LocalDate.of(2026, 11, 2));
        assertThat(due(later)).isEqualTo(LocalDate.of(2026, 12, 21));

        came.link(later.id(), earlier.id(), Office.SIRPA);

        assertThat(due(later)).isEqualTo(due(earlier)).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThatThrownBy(() -> came.link(later.id(), other.id(), Office.SIRPA))
                .isInstanceOf(Problem.Conflict.class);
        came.part(later.id(), Office.SIRPA);
        assertThat(due(later)).isEqualTo(LocalDate.of(2026, 12, 21));
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCESS", "ERASURE"})
    @Policy("R39")
    void the_answer_to_the_earlier_ends_both_and_says_so_once(Right right) {
        var email = "kerttu." + right.code() + "@jokivoima.example";
        office.person("Kerttu Twice", email);
        var earlier = office.receive(right, email, LocalDate.of(2026, 11, 2));
        var later = office.receive(right, email, LocalDate.of(2026, 11, 20));
        office.attest(later.id());
        came.link(later.id(), earlier.id(), Office.SIRPA);
        office.attest(earlier.id());

        office.rights.fulfil(earlier.id(), Office.SIRPA);

        assertThat(office.rights.get(later.id()).state()).isEqualTo(Request.State.CLOSED);
        assertThat(office.rights.get(later.id()).course().outcome().answeredAt())
                .isNotNull();
        assertThat(office.lettersTo(email).stream()
                        .filter(letter -> letter.body().contains("as well.")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains(earlier.number(), "request " + later.number()));
        assertThat(office.rights.evidence(later.id()))
                .extracting(Evidence.Line::act)
                .contains("request-answered-with");
        assertThatThrownBy(() -> office.rights.fulfil(later.id(), Office.SIRPA)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @Policy("R39")
    void a_refusal_ends_both_and_is_told_once() {
        var email = "kalle.refused@jokivoima.example";
        office.person("Kalle Twice", email);
        var earlier = office.receive(Right.ACCESS, email, LocalDate.of(2026, 11, 2));
        var later = office.receive(Right.ACCESS, email, LocalDate.of(2026, 11, 20));
        came.link(later.id(), earlier.id(), Office.SIRPA);

        office.rights.refuse(earlier.id(), "excessive", "Asked for the fifth time this week.", Office.SIRPA);

        assertThat(office.rights.get(later.id()).state()).isEqualTo(Request.State.REFUSED);
        assertThat(office.lettersTo(email).stream()
                        .filter(letter -> letter.kind().equals("rights-refused")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.body()).contains(later.number()));
    }

    @Test
    @Policy("R39")
    void among_many_that_wait_the_same_is_found_however_young_it_is() {
        office.person("Kimmo Young", "kimmo.young@jokivoima.example");
        office.run("""
                insert into rights.request (request_id, number, kind, state, channel, email, language, received_on, received_at)
                select gen_random_uuid(), '2025-9' || lpad(i::text, 4, '0'), 'access', 'received', 'staff', 'crowd' || i || '@puro.example', 'en',
                       '2026-11-01', '2026-11-01'
                  from generate_series(1, 600) i""");
        var one = office.receive(Right.ACCESS, "kimmo.young@jokivoima.example");
        var same = office.receive(Right.ACCESS, "Kimmo.Young+again@jokivoima.example");

        var found = office.purposes.as(Purpose.RIGHTS, () -> came.with(office.rights.get(one.id())));

        assertThat(found.same()).extracting(RequestPage.Same::number).containsExactly(same.number());
        office.run("delete from rights.request where email like 'crowd%@puro.example'");
    }

    @Test
    void the_guess_says_by_which_words_and_knows_three_languages() {
        assertThat(guess("Poistopyyntö: poistakaa tietoni rekisteristänne")).isEqualTo(Right.ERASURE);
        assertThat(guess("Jag vill ha ett registerutdrag")).isEqualTo(Right.ACCESS);
        assertThat(guess("Please unsubscribe me, no more newsletters")).isEqualTo(Right.MARKETING_BAN);
        assertThat(Guess.of("Good morning, when are you open?")).isEmpty();
        assertThat(Guess.of("Poistakaa tietoni").orElseThrow().words()).containsExactly("poista");
        assertThat(Guess.of("Jag vill radera").orElseThrow().language()).isEqualTo("sv");
    }

    @Test
    void customer_purpose_reads_nothing_of_the_privacy_box() {
        assertThatThrownBy(() -> office.purposes.as(Purpose.CUSTOMER, () -> mailbox.find(UUID.randomUUID())))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static final String ATTACHED = "attached";

    private static Right guess(String text) {
        return Guess.of(text).orElseThrow().right();
    }

    private LocalDate due(Request request) {
        return office.rights.get(request.id()).deadline(Office.TODAY).due();
    }

    private @Nullable UUID owner(UUID message) {
        return office.asOwner(() -> office.jdbc
                .sql("select person_id from mailbox.message where message_id = :id")
                .param("id", message)
                .query((row, n) -> Map.entry("person", Optional.ofNullable(row.getObject(1, UUID.class))))
                .single()
                .getValue()
                .orElse(null));
    }

    private String body(String address, Request request) {
        return office.lettersTo(address).getFirst().body().replace(request.number(), "NUMBER");
    }

    private Request take(Arrival arrival, Right right, String email) {
        return inbox.take(arrival.id(), new Inbox.Taken(right, email, null, "en"), Office.SIRPA);
    }

    private Arrival arrived(String from, String subject, String words, String header) {
        return told(mailbox.take(Mailbox.PRIVACY, content(from, subject, words, header), ARRIVED)
                .orElseThrow());
    }

    private Arrival raw(String message) {
        return told(mailbox.take(
                        Mailbox.PRIVACY, new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), ARRIVED)
                .orElseThrow());
    }

    private Arrival told(UUID message) {
        office.jobs.stream()
                .filter(job -> job.name().equals("mail-arrived"))
                .forEach(job -> job.run(message.toString()));
        var id = office.asOwner(() -> office.jdbc
                .sql("select arrival_id from rights.arrival where message_id = :id")
                .param("id", message)
                .query(UUID.class)
                .single());
        return inbox.get(id);
    }

    private static ByteArrayInputStream content(String from, String subject, String words, String header) {
        var head = "From: " + from + "\nTo: privacy@firm.example\nSubject: " + subject + "\nMessage-ID: <"
                + UUID.randomUUID() + "@mail.example>\n";
        var text = header.equals(ATTACHED)
                ? head + "Content-Type: multipart/mixed; boundary=e\n\n--e\nContent-Type: text/plain\n\n" + words
                        + "\n--e\nContent-Type: application/pdf; name=passport.pdf\n\n%PDF-1.7 x\n--e--\n"
                : head + header + "\n" + words;
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
