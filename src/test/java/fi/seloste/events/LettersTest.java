package fi.seloste.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fi.seloste.Policy;
import fi.seloste.installation.Setting;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Sending;
import fi.seloste.marketing.Targeting;
import fi.seloste.store.Job;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mail about events as it arrives at a mail server. */
@EventsTest
class LettersTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern OWN_LINK = Pattern.compile("/e/[a-z0-9-]+/for/([A-Za-z0-9_-]{43})");

    @Autowired
    Hosting hosting;

    @Autowired
    LiveSettings settings;

    @Autowired
    List<Job> jobs;

    @Autowired
    Inviting inviting;

    @Autowired
    Marketing marketing;

    @Autowired
    Targeting targeting;

    @Autowired
    Sending sending;

    @BeforeEach
    void a_mail_server() throws Exception {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        SERVER.purgeEmailFromAllMailboxes();
        set(Setting.MAIL_HOST, "127.0.0.1");
        set(Setting.MAIL_PORT, String.valueOf(SERVER.getSmtp().getPort()));
    }

    @AfterAll
    static void shut() {
        SERVER.stop();
    }

    private void set(Setting setting, String value) {
        hosting.purposes.as(Purpose.TECHNICAL, () -> settings.put(setting, value, null));
    }

    @Test
    @Policy("E8")
    void an_invitation_stands_beside_the_text_with_its_method_and_below_as_a_file() throws Exception {
        var event = hosting.opened(null, true);
        hosting.registers(event, "Ada Koskinen", "ada@mime.example");
        delivered("ada@mime.example");

        var message = only();
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        var mixed = (MimeMultipart) message.getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        var both = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(both.getBodyPart(0).getContent().toString()).contains("Hei Ada Koskinen", "/e/own/");
        assertThat(both.getBodyPart(1).getContentType())
                .contains("text/calendar")
                .containsIgnoringCase("method=REQUEST")
                .containsIgnoringCase("charset=UTF-8");
        assertThat(text(both.getBodyPart(1).getInputStream().readAllBytes())).contains("METHOD:REQUEST");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("event.ics");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("application/ics");
    }

    @Test
    void a_letter_that_carries_nothing_is_as_plain_as_before() throws Exception {
        var event = hosting.opened(1, true);
        hosting.registers(event, "Ada Koskinen", "ada@plain.example");
        hosting.registers(event, "Boris Lind", "boris@plain.example");
        delivered("boris@plain.example");
        assertThat(only().getContentType()).startsWith("text/plain");
    }

    private void delivered(String address) {
        var postman = jobs.stream()
                .filter(one -> one.name().equals("letter"))
                .findFirst()
                .orElseThrow();
        hosting.letters(address).forEach(one -> postman.run(one.letterId().toString()));
    }

    private static MimeMessage only() {
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        return SERVER.getReceivedMessages()[0];
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    @Policy("E12")
    void an_invitation_leads_each_reader_to_their_own_form_and_holding_it_proves_the_address() throws Exception {
        var event = hosting.opened(null, true);
        var ada = hosting.met("Ada Koskinen", "ada@invited.example");
        var campaign = inviting.invite(event.id(), Hosting.JENNY);
        var drafted = marketing.get(campaign);
        var audience = targeting.add("Everybody", Criteria.EVERYBODY, Hosting.JENNY);
        var plan = drafted.plan();
        marketing.change(
                campaign,
                new fi.seloste.marketing.Campaign.Plan(plan.name(), plan.purpose(), plan.sender(), audience, 0),
                drafted.content(),
                drafted.version());
        assertThat(drafted.content().blocks().getLast().url()).isEqualTo(HouseAddress.URL + "/e/" + event.slug());
        assertThat(marketing.look(campaign).checks()).allMatch(fi.seloste.marketing.Check::passed);
        marketing.send(campaign, Hosting.JENNY);
        sending.run();

        var token = linkIn(messageTo("ada@invited.example"));
        assertThat(hosting.registering.prefilled(event, token).orElseThrow().name())
                .isEqualTo("Ada Koskinen");
        assertThat(hosting.registering.prefilled(hosting.opened(null, true), token))
                .as("it is a link for this event")
                .isEmpty();

        var handedOn = hosting.registering.register(
                event, hosting.wish(event, "Boris Lind", "boris@invited.example"), token, () -> {});
        hosting.afterwards();
        assertThat(handedOn.outcome()).isEqualTo("registered");
        assertThat(hosting.row("boris@invited.example").get("person_id")).isNotEqualTo(ada.value());

        hosting.registering.register(
                event, hosting.wish(event, "Ada Koskinen", "ada@invited.example"), token, () -> {});
        hosting.afterwards();
        assertThat(hosting.row("ada@invited.example")).containsEntry("person_id", ada.value());
        assertThat(hosting.row("ada@invited.example").get("confirmed_at")).isNotNull();
        assertThat(hosting.kinds("ada@invited.example"))
                .contains("event-registered")
                .doesNotContain("event-confirm");

        assertThat(reached("event-invited", event)).isEqualTo(1);
        assertThat(reached("event-registered", event)).isEqualTo(2);
    }

    private MimeMessage messageTo(String address) throws Exception {
        for (var message : SERVER.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing came to " + address);
    }

    private static String linkIn(MimeMessage message) throws Exception {
        var parts = (MimeMultipart) message.getContent();
        var html = OWN_LINK.matcher(parts.getBodyPart(1).getContent().toString());
        var plain = OWN_LINK.matcher(parts.getBodyPart(0).getContent().toString());
        assertThat(html.find()).isTrue();
        assertThat(plain.find()).isTrue();
        assertThat(html.group(1)).isEqualTo(plain.group(1));
        return html.group(1);
    }

    @Test
    @Policy({"E5", "E12"})
    void audiences_know_who_comes_waits_came_and_did_not_and_count_the_banned_without_a_name() {
        var event = hosting.opened(2, true);
        var ada = hosting.met("Ada Aalto", "ada@asked.example");
        hosting.ban(ada);
        hosting.registers(event, "Ada Aalto", "ada@asked.example");
        hosting.registering.confirm(hosting.link("ada@asked.example"));
        hosting.afterwards();
        hosting.registers(event, "Boris Lind", "boris@asked.example");
        hosting.registers(event, "Cecilia Rask", "cecilia@asked.example");

        assertThat(reached("event-waiting", event)).isOne();
        var reach = targeting.reach(asking("event-registered", event));
        assertThat(reach.people()).isEqualTo(2);
        assertThat(reach.reached()).isOne();
        assertThat(reach.excluded()).anySatisfy(one -> {
            assertThat(one.reason()).isEqualTo("banned");
            assertThat(one.people()).isOne();
        });

        hosting.clock.turnTo(event.times().starts());
        var boris = UUID.fromString(
                hosting.row("boris@asked.example").get("participation_id").toString());
        hosting.customer(() -> {
            hosting.guests.checkIn(event.id(), boris, Hosting.JENNY);
            return true;
        });
        hosting.clock.turnTo(event.times().ends());
        hosting.tending.run();
        assertThat(reached("event-attended", event)).isOne();
        assertThat(targeting.reach(asking("event-missed", event)).people()).isOne();

        var thanks = marketing.get(inviting.thank(event.id(), Hosting.JENNY));
        assertThat(thanks.content().subject("en")).contains("Thank you");
        assertThat(marketing.look(thanks.id()).reach().reached()).isOne();
        var missed = marketing.get(inviting.missed(event.id(), Hosting.JENNY));
        assertThat(marketing.look(missed.id()).reach().reached())
                .as("who did not come has banned marketing")
                .isZero();
    }

    private int reached(String question, Event event) {
        return targeting.reach(asking(question, event)).reached();
    }

    private static Criteria asking(String question, Event event) {
        return new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL,
                        false,
                        List.of(new Criteria.Condition(question, event.id().toString())))));
    }
}
