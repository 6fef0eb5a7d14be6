package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Aim;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Proof;
import fi.seloste.consents.Way;
import fi.seloste.consents.Wording;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.PublicAddress;
import fi.seloste.marketing.Readers;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What readers got, and what they do with it: agree, open, click, think better of it. */
@TestComponent
class Postbox {

    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Aim MEASURED = Aim.of("response-measurement");
    private static final Pattern CLICK = Pattern.compile("/c/[A-Za-z0-9_-]{32}");
    private static final Pattern OPEN = Pattern.compile("/o/[A-Za-z0-9_-]{32}\\.gif");

    private final Readers readers;
    private final MailSink sink;
    private final Consents consents;
    private final Intake intake;
    private final Purposes purposes;
    private final JdbcClient jdbc;
    private final MockMvc web;

    Postbox(
            Readers readers,
            MailSink sink,
            Consents consents,
            Intake intake,
            Purposes purposes,
            JdbcClient jdbc,
            MockMvc web) {
        this.readers = readers;
        this.sink = sink;
        this.consents = consents;
        this.intake = intake;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.web = web;
    }

    PersonId agreed(OrganisationId firm, String email) {
        var person = readers.met(firm, "Ada Agreed", email, "fi");
        agrees(person);
        return person;
    }

    void agrees(PersonId person) {
        purposes.as(
                Purpose.RIGHTS,
                () -> consents.give(
                        person,
                        new Agreement(
                                MEASURED,
                                new Wording.Text("You may keep which links I follow.", "en"),
                                new Agreement.Manner(Channel.FORM, new Proof(Proof.Kind.DOUBLE_OPT_IN, null), null),
                                null),
                        Actor.subject(person)));
    }

    void withdraws(PersonId person) {
        purposes.as(Purpose.RIGHTS, () -> consents.withdrawAll(person, Way.OWN_PAGE, Actor.subject(person)));
    }

    void follow(String path) throws Exception {
        web.perform(get(path).header("User-Agent", FIREFOX)).andExpect(status().isFound());
        intake.flush();
    }

    void look(String path) throws Exception {
        web.perform(get(path).header("User-Agent", FIREFOX)).andExpect(status().isOk());
        intake.flush();
    }

    /** The message's page of HTML. */
    String mail(String address) throws Exception {
        for (var message : sink.messages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return ((MimeMultipart) message.getContent())
                        .getBodyPart(1)
                        .getContent()
                        .toString();
            }
        }
        throw new AssertionError("Nothing came to " + address);
    }

    static String click(String mail) {
        return first(CLICK, mail);
    }

    static String open(String mail) {
        return first(OPEN, mail);
    }

    static String trap(String mail) {
        return first(CLICK, mail.substring(mail.lastIndexOf("<a ")));
    }

    private static String first(Pattern pattern, String mail) {
        assertThat(mail).contains(PublicAddress.URL);
        var found = pattern.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group();
    }

    List<String> kinds(PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select kind from responses.response where person_id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .list());
    }

    int rows(String table, PersonId person) {
        return purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from " + table + " where person_id = :id")
                        .param("id", person.value())
                        .query(Integer.class)
                        .single());
    }
}
