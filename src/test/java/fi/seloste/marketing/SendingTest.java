package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.store.Purpose;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketingTest
class SendingTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @BeforeEach
    void a_mail_server() {
        sink.open();
    }

    @Test
    @Policy("M4")
    void each_reader_gets_the_message_in_their_language_with_the_way_out_in_its_header_and_at_its_end()
            throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        readers.met(firm, "Olof Berg", "olof@jokivoima.example", "sv");
        var id = readers.campaign(firm);

        marketing.send(id, Readers.JENNY);
        sending.run();

        assertThat(sink.readers()).containsExactly("ada@jokivoima.example", "olof@jokivoima.example");
        var toAda = to("ada@jokivoima.example");
        assertThat(toAda.getSubject()).isEqualTo("Syksyn uutiset, Ada");
        assertThat(toAda.getFrom()[0].toString()).contains("Jenny, Halytin", "letters@halytin.example");
        assertThat(toAda.getHeader("List-Unsubscribe")[0])
                .matches("<https://register\\.halytin\\.example/u/[A-Za-z0-9_-]{43}>");
        assertThat(toAda.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(toAda.getHeader("List-Help")[0]).contains("/notice");
        var html = part(toAda, 1);
        var link = toAda.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
        assertThat(html).contains("Hei Ada!", "vastaat varautumisesta", link, PublicAddress.URL + "/notice", "<table");
        assertThat(part(toAda, 0)).contains("Hei Ada!", link).doesNotContain("<");
        assertThat(to("olof@jokivoima.example").getSubject())
                .as("the first language for whoever speaks another")
                .isEqualTo("Syksyn uutiset, Olof");
        var report = marketing.report(id).numbers();
        assertThat(report.sent()).isEqualTo(2);
        assertThat(report.waiting()).isZero();
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    @Test
    @Policy({"M1", "M3"})
    void a_ban_while_a_thousand_wait_stops_the_message_to_that_address() {
        var firm = readers.firm("Rautapyörä Oy");
        var people = crowd(firm, 1_000, "rautapyora");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(1_000);

        readers.ban(people.get(500));
        readers.ban(people.get(999));
        leave(id);

        assertThat(sink.readers())
                .hasSize(998)
                .doesNotHaveDuplicates()
                .doesNotContain("reader500@rautapyora.example", "reader999@rautapyora.example");
        var report = marketing.report(id);
        assertThat(report.numbers().sent()).isEqualTo(998);
        assertThat(report.numbers().waiting()).isZero();
        assertThat(report.skipped()).containsExactly(new Excluded("banned", 2));
    }

    @Test
    @Policy("M3")
    void restriction_and_a_lost_address_stop_a_waiting_message_too() {
        var firm = readers.firm("Merenkulma Oy");
        var people = crowd(firm, 3, "merenkulma");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);

        readers.restrict(people.get(0));
        readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("delete from register.contact_point where person_id = :id")
                        .param("id", people.get(1).value())
                        .update());
        leave(id);

        assertThat(sink.readers()).containsExactly("reader2@merenkulma.example");
        assertThat(marketing.report(id).skipped())
                .containsExactlyInAnyOrder(new Excluded("restricted", 1), new Excluded("no-address", 1));
    }

    @Test
    @Policy("M3")
    void whoever_comes_after_the_start_gets_nothing_and_whoever_was_there_stays_frozen() {
        var firm = readers.firm("Kuitukoski Oy");
        readers.met(firm, "Ada Kuitu", "ada@kuitukoski.example", "fi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        readers.met(firm, "Late Kuitu", "late@kuitukoski.example", "fi");
        leave(id);
        assertThat(sink.readers()).containsExactly("ada@kuitukoski.example");
    }

    @Test
    @Policy("M8")
    void the_fifth_message_in_thirty_days_does_not_leave() {
        var firm = readers.firm("Lounatuuli Oy");
        readers.met(firm, "Ada Tuuli", "ada@lounatuuli.example", "fi");
        for (int i = 0; i < HouseRule.Cap.USUAL.most(); i++) {
            var id = readers.campaign(firm);
            marketing.send(id, Readers.JENNY);
            leave(id);
        }
        assertThat(sink.readers()).hasSize(HouseRule.Cap.USUAL.most());

        var fifth = readers.campaign(firm);
        assertThatThrownBy(() -> marketing.send(fifth, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(marketing.look(fifth).reach().excluded()).containsExactly(new Excluded("frequency", 1));

        readers.clock.advance(Duration.ofDays(HouseRule.Cap.USUAL.days() + 1));
        marketing.send(fifth, Readers.JENNY);
        leave(fifth);
        assertThat(sink.readers()).hasSize(HouseRule.Cap.USUAL.most() + 1);
    }

    @Test
    void a_paused_campaign_stands_still_and_a_cancelled_one_is_over() {
        var firm = readers.firm("Kirkasvesi Oy");
        crowd(firm, 4, "kirkasvesi");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        marketing.pause(id, null, Readers.JENNY);
        sending.run();
        assertThat(sink.readers()).isEmpty();

        marketing.resume(id, Readers.JENNY);
        marketing.pause(id, null, Readers.JENNY);
        marketing.cancel(id, null, Readers.JENNY);
        sending.run();

        assertThat(sink.readers()).isEmpty();
        assertThat(marketing.report(id).skipped()).containsExactly(new Excluded("cancelled", 4));
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.CANCELLED);
        assertThatThrownBy(() -> marketing.resume(id, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void the_pace_of_a_minute_is_held() {
        var firm = readers.firm("Lumijärvi Oy");
        crowd(firm, 5, "lumijarvi");
        var id = readers.campaign(firm);
        var one = marketing.get(id);
        var slow = new Campaign.Plan(
                one.name(),
                one.plan().purpose(),
                one.plan().sender(),
                one.plan().audience(),
                2);
        marketing.change(id, slow, one.content(), one.version());
        marketing.send(id, Readers.JENNY);

        sending.run();
        sending.run();
        assertThat(sink.readers()).hasSize(2);
        readers.clock.advance(Duration.ofSeconds(61));
        sending.run();
        assertThat(sink.readers()).hasSize(4);
        readers.clock.advance(Duration.ofSeconds(61));
        leave(id);
        assertThat(sink.readers()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void what_is_scheduled_leaves_when_its_time_has_come_and_becomes_a_draft_again_where_something_is_in_the_way() {
        var firm = readers.firm("Nordhamn Ab");
        var ada = readers.met(firm, "Ada Hamn", "ada@nordhamn.example", "fi");
        var first = readers.campaign(firm);
        var second = readers.campaign(firm);
        var soon = readers.clock.instant().plus(Duration.ofHours(2));
        marketing.schedule(first, soon, Readers.JENNY);
        marketing.schedule(second, soon.plus(Duration.ofHours(1)), Readers.JENNY);
        sending.run();
        assertThat(sink.readers()).isEmpty();

        readers.clock.advance(Duration.ofHours(2));
        sending.run();
        leave(first);
        assertThat(sink.readers()).containsExactly("ada@nordhamn.example");

        readers.ban(ada);
        readers.clock.advance(Duration.ofHours(1));
        sending.run();
        assertThat(sink.readers()).hasSize(1);
        assertThat(marketing.get(second).state()).isEqualTo(Campaign.State.DRAFT);
        assertThat(marketing.deeds(second).getFirst().note()).isEqualTo("blocked");
        assertThatThrownBy(() -> marketing.schedule(second, readers.clock.instant(), Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_mail_server_that_is_down_loses_nobody() {
        var firm = readers.firm("Keskuslinna Oy");
        crowd(firm, 3, "keskuslinna");
        var id = readers.campaign(firm);
        marketing.send(id, Readers.JENNY);
        sink.at(1);
        sending.run();
        assertThat(marketing.report(id).numbers().waiting()).isEqualTo(3);
        assertThat(marketing.report(id).numbers().uncertain()).isZero();

        sink.open();
        leave(id);
        assertThat(sink.readers()).hasSize(3).doesNotHaveDuplicates();
    }

    /** As many rounds as it takes. */
    private void leave(UUID id) {
        for (int i = 0; i < 20 && marketing.get(id).state() == Campaign.State.SENDING; i++) {
            sending.run();
        }
        assertThat(marketing.get(id).state()).isEqualTo(Campaign.State.SENT);
    }

    private List<PersonId> crowd(OrganisationId firm, int size, String domain) {
        var people = new ArrayList<PersonId>();
        readers.purposes.as(Purpose.CUSTOMER, () -> {
            for (int i = 0; i < size; i++) {
                people.add(readers.met(firm, "Reader " + i, "reader" + i + "@" + domain + ".example", "fi"));
            }
        });
        return people;
    }

    private MimeMessage to(String address) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("Nothing came to " + address);
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString();
    }
}
