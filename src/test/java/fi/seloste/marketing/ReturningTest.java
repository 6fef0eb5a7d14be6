package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What comes back by mail. */
@MarketingTest
@Import(LetterHouse.class)
class ReturningTest {

    @Autowired
    LetterHouse house;

    @Autowired
    Readers readers;

    @BeforeEach
    void a_mail_server() {
        house.sink.open();
    }

    @Test
    @Policy("P5")
    void an_address_where_nobody_is_reached_is_marked_and_written_to_no_more() throws Exception {
        var firm = readers.firm("Hallasuo Oy");
        var ada = readers.met(firm, "Ada Halla", "ada@hallasuo.example", "fi");
        var eino = readers.met(firm, "Eino Halla", "eino@hallasuo.example", "fi");
        var id = house.sent(firm);

        assertThat(house.comes(LetterHouse.bounce(
                        house.returnPath("ada@hallasuo.example"), "failed", "5.1.1", "550 5.1.1 no such user")))
                .isTrue();

        assertThat(isBounced(ada)).isTrue();
        assertThat(isBounced(eino)).isFalse();
        assertThat(state(id, ada)).isEqualTo("bounced");
        var report = readers.marketing.report(id);
        assertThat(report.numbers().sent()).isEqualTo(2);
        assertThat(report.numbers().bounced()).isOne();
        assertThat(report.bounced()).containsExactly(new Excluded("hard", 1));
        assertThat(acts(ada)).contains("address-bounced");
        var next = readers.campaign(firm);
        assertThat(readers.marketing.look(next).reach().reached()).isOne();
        assertThat(readers.marketing.look(next).reach().excluded()).containsExactly(new Excluded("no-address", 1));
    }

    @Test
    @Policy("P5")
    void a_thousand_bounces_of_one_message_are_one() throws Exception {
        var firm = readers.firm("Tuhatjärvi Oy");
        var ada = readers.met(firm, "Ada Tuhat", "ada@tuhatjarvi.example", "fi");
        var id = house.sent(firm);
        var back = house.returnPath("ada@tuhatjarvi.example");

        for (int i = 0; i < 1_000; i++) {
            var soft = i % 2 == 0;
            house.comes(LetterHouse.bounce(back, "failed", soft ? "4.4.1" : "5.1.1", "no answer " + i));
        }

        assertThat(readers.marketing.report(id).numbers().bounced()).isOne();
        assertThat(readers.marketing.report(id).bounced()).containsExactly(new Excluded("hard", 1));
        assertThat(acts(ada).stream().filter("address-bounced"::equals)).hasSize(1);
    }

    @Test
    @Policy("P5")
    void what_was_not_taken_this_time_counts_and_the_third_time_the_address_is_taken_for_dead() throws Exception {
        var firm = readers.firm("Täysilaatikko Oy");
        var ada = readers.met(firm, "Ada Täysi", "ada@taysilaatikko.example", "fi");
        for (int i = 1; i <= Returning.SOFT; i++) {
            house.sink.reset();
            var id = house.sent(firm);
            var back = house.returnPath("ada@taysilaatikko.example");
            house.comes(LetterHouse.bounce(back, "failed", "5.2.2", "552 5.2.2 mailbox full"));
            house.comes(LetterHouse.bounce(back, "failed", "5.2.2", "552 5.2.2 mailbox full, once more"));
            assertThat(readers.marketing.report(id).bounced()).containsExactly(new Excluded("soft", 1));
            assertThat(isBounced(ada)).as("after " + i).isEqualTo(i == Returning.SOFT);
        }
    }

    @Test
    @Policy("P6")
    void whoever_calls_it_spam_has_banned_marketing_from_that_moment_on() throws Exception {
        var firm = readers.firm("Roskakori Oy");
        var ada = readers.met(firm, "Ada Roska", "ada@roskakori.example", "fi");
        var id = house.sent(firm);
        var second = house.waiting(firm);
        var token = LetterHouse.token(house.returnPath("ada@roskakori.example"));
        assertThat(isBanned(ada)).isFalse();

        assertThat(house.comes(LetterHouse.complaint(token, "not-spam"))).isTrue();
        assertThat(isBanned(ada)).as("a reader took it out of the spam").isFalse();
        house.comes(LetterHouse.complaint(token, "abuse"));
        house.comes(LetterHouse.complaint(token, "abuse"));

        assertThat(isBanned(ada)).isTrue();
        assertThat(readers.marketing.report(id).numbers().complained()).isOne();
        assertThat(state(id, ada)).isEqualTo("complained");
        assertThat(history(ada)).contains(Returning.COMPLAINED);
        house.sink.reset();
        house.sending.run();
        assertThat(house.sink.readers()).isEmpty();
        assertThat(readers.marketing.report(second).skipped()).containsExactly(new Excluded("banned", 1));
    }

    @Test
    @Policy("P7")
    void an_out_of_office_a_delay_a_receipt_and_a_bounce_of_a_bounce_mean_nothing() throws Exception {
        var firm = readers.firm("Lomala Oy");
        var ada = readers.met(firm, "Ada Loma", "ada@lomala.example", "fi");
        var id = house.sent(firm);
        var back = house.returnPath("ada@lomala.example");
        var away = """
                From: Ada Loma <ada@lomala.example>
                To: %s
                Subject: Out of office: 5.1.1 until Monday
                Auto-Submitted: auto-replied
                Content-Type: text/plain

                I am away. 550 5.1.1 nobody is here.
                """.formatted(back);

        for (var message : List.of(
                away,
                LetterHouse.bounce(back, "delayed", "4.4.1", "connection timed out"),
                LetterHouse.bounce(back, "delivered", "2.0.0", "250 ok"),
                LetterHouse.bounce(back, "failed", "5.1.1", "550")
                        .replace("delivery-status;", "disposition-notification;"))) {
            assertThat(house.comes(message)).as("known as ours").isTrue();
        }
        var ofABounce = LetterHouse.bounce("mailer-daemon@letters.halytin.example", "failed", "5.1.1", "550 5.1.1 no");
        assertThat(house.comes(ofABounce)).isFalse();

        assertThat(state(id, ada)).isEqualTo("sent");
        assertThat(isBounced(ada)).isFalse();
        assertThat(readers.marketing.report(id).numbers().bounced()).isZero();
    }

    @Test
    @Policy("P5")
    void a_bounce_in_words_only_is_read_as_one_made_for_machines() throws Exception {
        var firm = readers.firm("Vanhaposti Oy");
        var ada = readers.met(firm, "Ada Vanha", "ada@vanhaposti.example", "fi");
        var eino = readers.met(firm, "Eino Vanha", "eino@vanhaposti.example", "fi");
        var id = house.sent(firm);

        for (var one : List.of("ada@vanhaposti.example", "eino@vanhaposti.example")) {
            var said = one.startsWith("ada") ? "Sorry, no mailbox here by that name. (#5.1.1)" : "It did not work.";
            assertThat(house.comes("""
                            Return-Path: <>
                            From: MAILER-DAEMON@mx.vanhaposti.example
                            To: %s
                            Subject: failure notice

                            Hi. This is the qmail-send program at mx.vanhaposti.example.

                            <%s>:
                            %s
                            """.formatted(house.returnPath(one), one, said)))
                    .isTrue();
        }

        assertThat(isBounced(ada)).isTrue();
        assertThat(isBounced(eino)).as("no code, so no more than once").isFalse();
        assertThat(readers.marketing.report(id).bounced())
                .containsExactlyInAnyOrder(new Excluded("hard", 1), new Excluded("soft", 1));
    }

    @Test
    @Policy("P4")
    void a_forged_bounce_changes_nothing() throws Exception {
        var firm = readers.firm("Väärennös Oy");
        var ada = readers.met(firm, "Ada Väärä", "ada@vaarennos.example", "fi");
        var id = house.sent(firm);
        var back = house.returnPath("ada@vaarennos.example");
        var delivery = delivery(id, ada);

        for (var forged : List.of(
                back.replace(LetterHouse.token(back), "a".repeat(40)),
                "back+" + delivery + "@letters.halytin.example",
                "back@letters.halytin.example",
                "ada@vaarennos.example")) {
            assertThat(house.comes(LetterHouse.bounce(forged, "failed", "5.1.1", "550 5.1.1 no such user")))
                    .as(forged)
                    .isFalse();
        }
        for (var broken : List.of(
                LetterHouse.bounce(back, "failed", "5.1.1", "550 5.1.1").substring(0, 420),
                LetterHouse.bounce(back, "failed", "5.1.1", "550 5.1.1").replace("boundary=\"b1\"", "boundary=\"b9\""),
                LetterHouse.bounce(back, "failed", "5.1.1", "550 5.1.1").replace("Action", "\0Act\u00efon"))) {
            house.comes(broken);
        }
        assertThat(isBounced(ada)).isFalse();
        assertThat(state(id, ada)).isEqualTo("sent");
    }

    @Test
    @Policy("P5")
    void a_late_bounce_of_an_erased_person_does_nothing() throws Exception {
        var firm = readers.firm("Poistettu Oy");
        var ada = readers.met(firm, "Ada Poisto", "ada.poisto@poistettu.example", "fi");
        var id = house.sent(firm);
        var back = house.returnPath("ada.poisto@poistettu.example");
        readers.purposes.as(Purpose.OWNER, () -> {
            for (var table : List.of("marketing.delivery", "marketing.way_out", "register.contact_point")) {
                readers.jdbc
                        .sql("delete from " + table + " where person_id = :id")
                        .param("id", ada.value())
                        .update();
            }
        });

        assertThat(house.comes(LetterHouse.bounce(back, "failed", "5.1.1", "550 5.1.1 no such user")))
                .as("recognised and dropped")
                .isTrue();
        assertThat(house.comes(LetterHouse.complaint(LetterHouse.token(back), "abuse")))
                .isTrue();

        assertThat(readers.marketing.report(id).numbers().bounced()).isZero();
        assertThat(readers.marketing.report(id).numbers().complained()).isZero();
        assertThat(acts(ada)).doesNotContain("address-bounced", "marketing-ban");
    }

    @Test
    void a_banned_readers_bounce_counts_though_marketing_does_not_see_it() throws Exception {
        var firm = readers.firm("Piilola Oy");
        var ada = readers.met(firm, "Ada Piilo", "ada@piilola.example", "fi");
        var id = house.sent(firm);
        readers.ban(ada);

        house.comes(LetterHouse.bounce(house.returnPath("ada@piilola.example"), "failed", "5.1.1", "550 5.1.1 no"));

        assertThat(readers.marketing.report(id).numbers().bounced()).isOne();
        assertThat(isBounced(ada)).isTrue();
    }

    private boolean isBounced(PersonId person) {
        return one(
                        "select exists (select 1 from register.contact_point where person_id = :id and bounced_at is not null)::text",
                        person.value())
                .equals("true");
    }

    private boolean isBanned(PersonId person) {
        return one("select (standing & 1)::text from register.person where person_id = :id", person.value())
                .equals("1");
    }

    private String state(UUID campaign, PersonId person) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "select state from marketing.delivery where campaign_id = :campaign and person_id = :person")
                        .param("campaign", campaign)
                        .param("person", person.value())
                        .query(String.class)
                        .single());
    }

    private UUID delivery(UUID campaign, PersonId person) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql(
                                "select delivery_id from marketing.delivery where campaign_id = :campaign and person_id = :person")
                        .param("campaign", campaign)
                        .param("person", person.value())
                        .query(UUID.class)
                        .single());
    }

    private List<String> acts(PersonId person) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("select act from evidence.entry where subject_id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .list());
    }

    private String history(PersonId person) {
        return one(
                "select string_agg(coalesce(new_value, ''), ' ') from register.change where person_id = :id",
                person.value());
    }

    private String one(String sql, UUID id) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc.sql(sql).param("id", id).query(String.class).single());
    }
}
