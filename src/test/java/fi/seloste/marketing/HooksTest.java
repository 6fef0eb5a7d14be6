package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.senders.Hooks;
import fi.seloste.senders.Notary;
import fi.seloste.senders.Provider;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** What providers tell by calls. Whoever does not prove that it is them changes nothing. */
@MarketingTest
@Import({LetterHouse.class, Notary.class})
class HooksTest {

    private static final String TOPIC = "arn:aws:sns:eu-north-1:123456789012:returns";
    private static final String KEY = "key-0123456789abcdef0123456789abcdef";

    @Autowired
    LetterHouse house;

    @Autowired
    Readers readers;

    @Autowired
    Hooks hooks;

    @Autowired
    Notary notary;

    @Autowired
    MockMvc web;

    private UUID sender;

    @BeforeEach
    void a_sender() {
        house.sink.open();
        sender = house.sender();
    }

    private record Reader(PersonId person, UUID campaign, String token) {}

    private Reader reader(String firm) throws Exception {
        var address = "ada@" + firm + ".example";
        house.sink.reset();
        var id = readers.firm(firm + " Oy");
        var ada = readers.met(id, "Ada " + firm, address, "fi");
        var campaign = house.sent(id);
        return new Reader(ada, campaign, LetterHouse.token(house.returnPath(address)));
    }

    @Test
    @Policy("P8")
    void postmark_is_heard_with_the_secret_alone() throws Exception {
        var secret = hooks.set(sender, Provider.POSTMARK, new Hooks.Given("", ""), Readers.JENNY)
                .orElseThrow();
        var ada = reader("postimerkki");
        assertThat(house.sink.messages().getFirst().getHeader("X-PM-Metadata-seloste"))
                .containsExactly(ada.token());
        var told = """
                {"RecordType": "Bounce", "Type": "HardBounce", "TypeCode": 1, "Email": "ada@postimerkki.example",
                 "Metadata": {"seloste": "%s"}}""".formatted(ada.token());

        assertThat(call("postmark", null, told)).isEqualTo(401);
        assertThat(call("postmark", "wrong", told)).isEqualTo(401);
        assertThat(call("mailgun", secret, told)).isEqualTo(401);
        assertThat(bounced(ada)).isZero();
        assertThat(call("postmark", secret, told)).isEqualTo(204);
        assertThat(call("postmark", secret, told)).isEqualTo(204);

        assertThat(bounced(ada)).isOne();
        assertThat(hooks.of(sender).orElseThrow().heardAt()).isEqualTo(readers.clock.instant());
        var fresh = hooks.set(sender, Provider.POSTMARK, new Hooks.Given("", ""), Readers.JENNY);
        assertThat(fresh).isPresent().isNotEqualTo(java.util.Optional.of(secret));
        assertThat(call("postmark", secret, told)).as("the old secret").isEqualTo(401);
    }

    @Test
    @Policy({"P6", "P8"})
    void mailgun_is_heard_by_its_signature_and_not_for_longer_than_half_a_day() throws Exception {
        hooks.set(sender, Provider.MAILGUN, new Hooks.Given("", KEY), Readers.JENNY);
        var ada = reader("postiase");
        assertThat(house.sink.messages().getFirst().getHeader("X-Mailgun-Variables")[0])
                .contains(ada.token());
        var event = """
                {"event": "complained", "recipient": "ada@postiase.example", "user-variables": {"seloste": "%s"}}""".formatted(ada.token());
        long now = readers.clock.instant().getEpochSecond();

        assertThat(call("mailgun", null, mailgun("other-key-0123456789", now, event)))
                .isEqualTo(401);
        assertThat(call("mailgun", null, mailgun(KEY, now - 13 * 3600, event))).isEqualTo(401);
        assertThat(call(
                        "mailgun",
                        null,
                        mailgun(KEY, now, event).replace("\"timestamp\": \"" + now, "\"timestamp\": \"" + (now + 1))))
                .isEqualTo(401);
        assertThat(isBanned(ada.person())).isFalse();

        assertThat(call("mailgun", null, mailgun(KEY, now, event.replace("complained", "delivered"))))
                .isEqualTo(204);
        assertThat(call("mailgun", null, mailgun(KEY, now, """
                {"event": "failed", "severity": "temporary", "reason": "generic", "user-variables": {"seloste": "%s"}}""".formatted(ada.token()))))
                .isEqualTo(204);
        assertThat(bounced(ada)).as("it is tried again").isZero();
        assertThat(call("mailgun", null, mailgun(KEY, now, event))).isEqualTo(204);

        assertThat(isBanned(ada.person())).isTrue();
        assertThat(readers.marketing.report(ada.campaign()).numbers().complained())
                .isOne();
        var permanent = reader("postiase2");
        call("mailgun", null, mailgun(KEY, now, """
                {"event": "failed", "severity": "permanent", "reason": "bounce", "user-variables": {"seloste": "%s"},
                 "delivery-status": {"code": 550, "enhanced-code": "5.1.1", "message": "no such user"}}""".formatted(permanent.token())));
        assertThat(readers.marketing.report(permanent.campaign()).bounced()).containsExactly(new Excluded("hard", 1));
    }

    @Test
    @Policy({"P6", "P8"})
    void ses_is_heard_by_secret_topic_and_signature_together() throws Exception {
        var secret = hooks.set(sender, Provider.SES, new Hooks.Given(TOPIC, ""), Readers.JENNY)
                .orElseThrow();
        var ada = reader("amazonki");
        var bounce = """
                {"notificationType": "Bounce", "bounce": {"bounceType": "Permanent", "bounceSubType": "General"},
                 "mail": {"source": "back+%s@letters.halytin.example"}}""".formatted(ada.token());

        var right = notary.signed("Notification", TOPIC, bounce);
        assertThat(call("ses", null, right)).as("without the secret").isEqualTo(401);
        assertThat(call("ses", secret, notary.signed("Notification", TOPIC + "2", bounce)))
                .as("another topic")
                .isEqualTo(401);
        assertThat(call("ses", secret, right.replace("Permanent", "Transient")))
                .as("altered")
                .isEqualTo(401);
        for (var elsewhere : new String[] {
            "https://sns.eu-north-1.amazonaws.com.evil.example/c.pem",
            "https://evil.example/sns.eu-north-1.amazonaws.com/c.pem",
            "http://sns.eu-north-1.amazonaws.com/c.pem",
            "https://sns.eu-north-1.amazonaws.com@evil.example/c.pem",
            "https://s3.amazonaws.com/evil/c.pem",
            "https://sns.eu-north-1.amazonaws.com:8443/c.pem",
            "nonsense"
        }) {
            assertThat(call("ses", secret, right.replace(Notary.CERTIFICATE, elsewhere)))
                    .as(elsewhere)
                    .isEqualTo(401);
        }
        assertThat(bounced(ada)).isZero();
        assertThat(notary.asked()).containsOnly(Notary.CERTIFICATE);

        assertThat(call("ses", secret, right)).isEqualTo(204);
        assertThat(bounced(ada)).isOne();
        var complained = reader("amazonki2");
        call("ses", secret, notary.signed("Notification", TOPIC, """
                {"eventType": "Complaint", "complaint": {"complaintFeedbackType": "abuse"},
                 "mail": {"source": "x@y.example", "headers": [{"name": "Seloste-Return", "value": "%s"}]}}""".formatted(complained.token())));
        assertThat(isBanned(complained.person())).isTrue();
    }

    @Test
    @Policy("P8")
    void a_subscription_is_confirmed_at_amazon_and_nowhere_else() throws Exception {
        var secret = hooks.set(sender, Provider.SES, new Hooks.Given(TOPIC, ""), Readers.JENNY)
                .orElseThrow();
        assertThat(call("ses", secret, notary.confirmation(TOPIC, "https://evil.example/?Action=ConfirmSubscription")))
                .isEqualTo(401);
        assertThat(notary.confirmed()).isEmpty();

        var url = "https://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&Token=abc";
        assertThat(call("ses", secret, notary.confirmation(TOPIC, url))).isEqualTo(204);
        assertThat(notary.confirmed()).containsExactly(url);
    }

    @Test
    @Policy("P8")
    void nonsense_is_refused_and_a_made_up_token_does_nothing() throws Exception {
        var secret = hooks.set(sender, Provider.POSTMARK, new Hooks.Given("", ""), Readers.JENNY)
                .orElseThrow();
        for (var body : new String[] {"", "{", "[]", "null", "{\"RecordType\": [1]}"}) {
            assertThat(call("postmark", secret, body)).as(body).isIn(204, 400);
        }
        assertThat(call("postmark", secret, " ".repeat(600_000)))
                .as("longer than any provider's")
                .isEqualTo(413);
        for (var token : new String[] {"", "a".repeat(40), "x".repeat(5_000)}) {
            assertThat(call(
                            "postmark",
                            secret,
                            "{\"RecordType\": \"SpamComplaint\", \"Metadata\": {\"seloste\": \"" + token + "\"}}"))
                    .isEqualTo(204);
        }
        assertThat(web.perform(post("/returns/{id}/postmark", UUID.randomUUID())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{}"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThatThrownBy(() -> hooks.set(sender, Provider.SES, new Hooks.Given("arn:nothing", ""), Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> hooks.set(sender, Provider.MAILGUN, new Hooks.Given("", "short"), Readers.JENNY))
                .isInstanceOf(Problem.Invalid.class);
    }

    private int call(String provider, @Nullable String password, String body) throws Exception {
        var request = post("/returns/{id}/{provider}", sender, provider)
                .contentType(provider.equals("ses") ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON)
                .content(body);
        if (password != null) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(("seloste:" + password).getBytes(StandardCharsets.UTF_8)));
        }
        return web.perform(request).andReturn().getResponse().getStatus();
    }

    private static String mailgun(String key, long timestamp, String event) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature = HexFormat.of().formatHex(mac.doFinal((timestamp + "tok").getBytes(StandardCharsets.UTF_8)));
        return "{\"signature\": {\"timestamp\": \"%d\", \"token\": \"tok\", \"signature\": \"%s\"}, \"event-data\": %s}"
                .formatted(timestamp, signature, event);
    }

    private int bounced(Reader reader) {
        return readers.marketing.report(reader.campaign()).numbers().bounced();
    }

    private boolean isBanned(PersonId person) {
        return readers.purposes.as(
                        Purpose.OWNER,
                        () -> readers.jdbc
                                .sql("select standing & 1 from register.person where person_id = :id")
                                .param("id", person.value())
                                .query(Integer.class)
                                .single())
                == 1;
    }
}
