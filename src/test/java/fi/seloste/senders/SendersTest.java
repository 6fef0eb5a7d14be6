package fi.seloste.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.Zone;
import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SendersTest {

    private static final Actor MIKKO =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Mikko Laine");

    @Autowired
    Senders senders;

    @Autowired
    ReturnToken tokens;

    @Autowired
    SenderRounds rounds;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @BeforeEach
    void nothing_stands_in_dns() {
        Zone.clear();
        clock.reset();
        senders.all().forEach(one -> senders.remove(one.id(), MIKKO));
    }

    @Test
    @Policy("P2")
    void what_its_page_says_to_set_is_what_it_finds_to_be_right() {
        var sender = made();
        assertThat(codes(sender)).containsExactly("missing", "missing", "missing");

        set(sender);
        senders.look(sender.id());

        var looked = senders.get(sender.id());
        assertThat(codes(looked)).containsExactly("right", "right", "right");
        assertThat(looked.isReady()).isTrue();
        assertThat(looked.findings()).allMatch(one -> one.at().equals(clock.instant()));
        assertThat(looked.findings().get(1).answer()).contains(sender.publicKey());
    }

    @Test
    @Policy("P2")
    void each_way_of_being_wrong_is_named() {
        var sender = made();
        set(sender);
        says("letters.halytin.example", sender, "v=spf1 -all", "unnamed");
        says("letters.halytin.example", sender, "v=spf1 include:elsewhere.example ~all", "unnamed");
        says("letters.halytin.example", sender, "v=spf1 include:spf.provider.example +all", "open");
        Zone.says("letters.halytin.example", "v=spf1 a ~all", "v=spf1 mx ~all");
        found(sender, 0, "several");
        Zone.says("s1._domainkey.letters.halytin.example", "v=DKIM1; k=rsa; p=");
        found(sender, 1, "revoked");
        Zone.says("s1._domainkey.letters.halytin.example", "v=DKIM1; k=rsa; p=AAAA");
        found(sender, 1, "other");
        Zone.says("_dmarc.letters.halytin.example", "v=DMARC1; rua=mailto:x@firm.example");
        found(sender, 2, "odd");
        Zone.says("_dmarc.letters.halytin.example");
        Zone.says("_dmarc.halytin.example", "v=DMARC1; p=reject");
        found(sender, 2, "right");
    }

    private void says(String name, Sender sender, String text, String code) {
        Zone.says(name, text);
        found(sender, 0, code);
    }

    private void found(Sender sender, int index, String code) {
        senders.look(sender.id());
        assertThat(senders.get(sender.id()).findings().get(index).code()).isEqualTo(code);
    }

    @Test
    void a_dns_server_that_is_ill_for_once_changes_no_verdict_and_each_hour_it_is_asked_again() {
        var sender = made();
        set(sender);
        senders.look(sender.id());
        var asked = clock.instant();

        clock.advance(Duration.ofHours(1));
        Zone.fails();
        rounds.run();
        assertThat(senders.get(sender.id()).findings())
                .allMatch(one -> one.passed() && one.at().equals(asked));

        set(sender);
        Zone.says("_dmarc.letters.halytin.example");
        rounds.run();
        assertThat(codes(senders.get(sender.id()))).containsExactly("right", "right", "missing");
    }

    @Test
    @Policy("P3")
    void the_private_key_lies_sealed_and_marketing_does_not_read_it_at_all() {
        var sender = made();
        var sealed = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select sealed_key from senders.sender")
                        .query(byte[].class)
                        .single());

        assertThat(senders.keyOf(sender.id()).publicKey()).isEqualTo(sender.publicKey());
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(
                        senders.keyOf(sender.id()).encoded(), 0, 40, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(purposes.as(Purpose.MARKETING, () -> senders.all())).hasSize(1);
        assertThatThrownBy(() -> purposes.as(
                        Purpose.MARKETING,
                        () -> jdbc.sql("select sealed_key from senders.sender")
                                .query(byte[].class)
                                .list()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_key_may_be_pasted_as_any_program_writes_it_and_another_one_goes_under_another_selector() throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(maker.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var id = senders.make(form().wish(), pem, MIKKO);
        var before = senders.get(id).publicKey();
        assertThat(before).isEqualTo(DkimKey.pasted(pem).publicKey());

        assertThatThrownBy(() -> senders.renewKey(id, "s1", "", MIKKO)).isInstanceOf(Problem.Invalid.class);
        senders.renewKey(id, "s2", "", MIKKO);

        assertThat(senders.get(id).publicKey()).isNotEqualTo(before);
        assertThat(senders.get(id).domain().selector()).isEqualTo("s2");
        maker.initialize(1024);
        var weak = Base64.getEncoder()
                .encodeToString(maker.generateKeyPair().getPrivate().getEncoded());
        for (var wrong : List.of("nonsense", weak, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n", "ÄÖ")) {
            assertThatThrownBy(() -> senders.make(form().wish(), wrong, MIKKO))
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("privateKey"));
        }
    }

    @Test
    void what_does_not_fit_together_is_refused_by_its_field() {
        refused("name", " ", "news@letters.halytin.example", "", "s1", "", "");
        refused("name", "Two\nlines", "news@letters.halytin.example", "", "s1", "", "");
        refused("address", "Halytin", "news", "", "s1", "", "");
        refused("domain", "Halytin", "news@letters.halytin.example", "jokivoima.example", "s1", "", "");
        refused("domain", "Halytin", "news@letters.halytin.example", "not a domain", "s1", "", "");
        refused("selector", "Halytin", "news@letters.halytin.example", "", "s 1", "", "");
        refused("returnTo", "Halytin", "news@letters.halytin.example", "", "s1", "x@jokivoima.example", "");
        refused(
                "returnTo",
                "Halytin",
                "news@letters.halytin.example",
                "",
                "s1",
                "b".repeat(40) + "@halytin.example",
                "");
        refused("spf", "Halytin", "news@letters.halytin.example", "", "s1", "", "v=spf1 all; drop");
        assertThat(senders.all()).isEmpty();
    }

    private void refused(
            String field, String name, String address, String domain, String selector, String returnTo, String spf) {
        assertThatThrownBy(() -> senders.make(
                        new SenderForm(name, address, "", domain, selector, returnTo, spf, "", null).wish(), "", MIKKO))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_written_over() {
        var sender = made();
        senders.change(sender.id(), sender.version(), form().wish(), MIKKO);
        assertThatThrownBy(() -> senders.change(sender.id(), sender.version(), form().wish(), MIKKO))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql(
                                        "select string_agg(act, ' ' order by at, act) from evidence.entry where object_kind = 'sender' and object_id = :id")
                                .param("id", sender.id())
                                .query(String.class)
                                .single()))
                .contains("sender-made", "sender-changed");
    }

    @Test
    @Policy("P4")
    void the_address_of_a_bounce_names_a_message_and_nobody_makes_one_up() {
        var message = UUID.randomUUID();
        var token = tokens.of(message);

        assertThat(token)
                .matches("[a-z2-7]{40}")
                .doesNotContain(message.toString().substring(0, 8));
        assertThat(tokens.message(token)).contains(message);
        assertThat(tokens.message(token.toUpperCase(java.util.Locale.ROOT))).contains(message);
        for (int i = 0; i < token.length(); i++) {
            var forged = token.substring(0, i) + (token.charAt(i) == 'a' ? 'b' : 'a') + token.substring(i + 1);
            assertThat(tokens.message(forged)).as(forged).isEmpty();
        }
        assertThat(tokens.message("")).isEmpty();
        assertThat(new ReturnToken(Keys.passing()).message(token))
                .as("under other keys")
                .isEmpty();
    }

    private Sender made() {
        return senders.get(senders.make(form().wish(), "", MIKKO));
    }

    private static SenderForm form() {
        return new SenderForm(
                "Halytin news",
                "news@letters.halytin.example",
                "jenny@halytin.example",
                "",
                "s1",
                "back@letters.halytin.example",
                "include:spf.provider.example",
                "",
                null);
    }

    private void set(Sender sender) {
        Zone.clear();
        senders.recordsOf(sender).forEach(record -> Zone.says(record.name(), record.value()));
    }

    private static List<String> codes(Sender sender) {
        return sender.findings().stream().map(Finding::code).toList();
    }
}
