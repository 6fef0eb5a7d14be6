package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.Zone;
import fi.seloste.base.Problem;
import fi.seloste.senders.Sender;
import fi.seloste.senders.Senders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Campaigns in the name of a sender with a domain of its own. */
@MarketingTest
class SenderTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Sending sending;

    @Autowired
    Senders senders;

    private Sender sender;

    @BeforeEach
    void a_sender_and_a_mail_server() {
        sink.open();
        Zone.clear();
        var wish = new Sender.Wish(
                new Sender.Face("Halytin news", "news@letters.halytin.example", "jenny@halytin.example"),
                new Sender.Domain("letters.halytin.example", "s1", "back@letters.halytin.example", null));
        sender = senders.get(senders.make(wish, null, Readers.JENNY));
    }

    private void everythingStandsInDns() {
        senders.recordsOf(sender).forEach(record -> Zone.says(record.name(), record.value()));
        senders.look(sender.id());
    }

    @Test
    @Policy("P2")
    void a_campaign_waits_until_the_records_of_its_sender_are_right() {
        var firm = readers.firm("Sahalahti Oy");
        readers.met(firm, "Ada Saha", "ada@sahalahti.example", "fi");
        var id = campaign(firm, "");

        assertThatThrownBy(() -> marketing.send(id, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(marketing.look(id).checks())
                .filteredOn(check -> !check.passed())
                .extracting(Check::code)
                .containsExactly("domain");

        everythingStandsInDns();
        marketing.send(id, Readers.JENNY);
        sending.run();
        assertThat(sink.readers()).containsExactly("ada@sahalahti.example");
    }

    @Test
    @Policy({"P1", "P4"})
    void it_leaves_from_the_senders_address_signed_and_comes_back_under_a_token() throws Exception {
        everythingStandsInDns();
        var firm = readers.firm("Myllypuro Oy");
        readers.met(firm, "Ada Mylly", "ada@myllypuro.example", "fi");
        readers.met(firm, "Åke Ström", "ake@myllypuro.example", "sv");
        marketing.send(campaign(firm, ""), Readers.JENNY);
        sending.run();

        assertThat(sink.readers()).containsExactly("ada@myllypuro.example", "ake@myllypuro.example");
        for (var message : sink.messages()) {
            assertThat(message.getFrom()[0]).hasToString("Halytin news <news@letters.halytin.example>");
            assertThat(message.getReplyTo()[0]).hasToString("jenny@halytin.example");
            assertThat(message.getHeader("Return-Path")[0])
                    .matches("<back\\+[a-z2-7]{40}@letters\\.halytin\\.example>");
            assertThat(message.getMessageID()).endsWith("@letters.halytin.example>");
            assertThat(message.getHeader("List-Id")[0]).contains("letters.halytin.example");
            assertThat(verified(message)).isEqualTo(1);
        }
    }

    @Test
    void the_name_that_a_campaign_says_goes_before_the_senders_own() throws Exception {
        everythingStandsInDns();
        var firm = readers.firm("Kivimaa Oy");
        readers.met(firm, "Ada Kivi", "ada@kivimaa.example", "fi");
        marketing.send(campaign(firm, "Jenny, Halytin"), Readers.JENNY);
        sending.run();
        assertThat(sink.messages().getFirst().getFrom()[0].toString())
                .contains("Jenny, Halytin", "news@letters.halytin.example");
    }

    @Test
    void a_sender_in_use_is_not_removed_and_one_that_is_not_there_is_not_chosen() {
        campaign(readers.firm("Suvanto Oy"), "");
        assertThatThrownBy(() -> senders.remove(sender.id(), Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
        assertThat(senders.get(sender.id())).isNotNull();

        assertThatThrownBy(() ->
                        readers.campaign(readers.firm("Toinen Oy"), new Campaign.Sender("x", null, UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("sender"));
    }

    private UUID campaign(fi.seloste.base.OrganisationId firm, String name) {
        return readers.campaign(firm, new Campaign.Sender(name, null, sender.id()));
    }

    private int verified(MimeMessage message) throws Exception {
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var verifier = new DKIMVerifier((method, selector, domain) -> {
            var name = selector + "._domainkey." + domain;
            return List.copyOf(Zone.texts(name));
        });
        return verifier.verify(new ByteArrayInputStream(bytes.toByteArray())).size();
    }
}
