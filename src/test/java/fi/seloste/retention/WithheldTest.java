package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Press;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A notice by which people are used for 24 months after their last own act, and kept for claims for 36. */
@DatabaseTest
@Import(Archive.class)
class WithheldTest {

    private static final LocalDate MET = LocalDate.of(2024, 5, 2);
    private static final LocalDate LAST_OF_USE = LocalDate.of(2026, 5, 2);
    private static final LocalDate LAST = LocalDate.of(2027, 5, 2);

    @Autowired
    Archive archive;

    @Autowired
    Forecast forecast;

    @Autowired
    Withholding withholding;

    @Autowired
    Evidence evidence;

    @Autowired
    Notice notice;

    @Autowired
    Press press;

    @BeforeEach
    void claims_are_kept_a_year_longer() {
        archive.clock.turnTo(MET);
        publish("P24M");
    }

    @AfterEach
    void the_next_test_has_a_night_and_a_notice_of_its_own() {
        archive.run("delete from rights.restriction");
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
        archive.run("delete from notice.version");
        notice.lookAgain();
    }

    private void publish(String use) {
        var shipped = DeclarationReader.shippedText();
        int at =
                shipped.indexOf("      for:\n        customer-relations:", shipped.indexOf("  contact-information:\n"));
        assertThat(at).isPositive();
        var text = (shipped.substring(0, at) + """
                      for:
                        collections:
                          anchor: own-act
                          period: P36M
                          action: restrict
                          law: { fi: laki, sv: lag, en: a law }
                """.indent(0) + shipped.substring(at + "      for:\n".length()))
                .replaceFirst("(?s)(  contact-information:.*?period: )P24M", "$1" + use);
        var declaration = DeclarationReader.read("n", text.getBytes(StandardCharsets.UTF_8))
                .declaration();
        archive.purposes.as(Purpose.OWNER, () -> press.print(text, declaration, "", Actor.system("test")));
    }

    private boolean sees(Purpose purpose, PersonId person) {
        return archive.purposes.as(purpose, () -> archive.register.find(person)).isPresent();
    }

    @Test
    @Policy({"T4", "T21"})
    void who_is_no_longer_used_is_hidden_from_all_but_rights_and_claims_and_removed_a_year_later() {
        var ada = archive.met("Ada Claimed", "claimed@jokivoima.example", MET);
        var end = archive.keeping.of(archive.get(ada));
        assertThat(end).isNotNull();
        assertThat(end.usedUntil()).isEqualTo(LAST_OF_USE);
        assertThat(end.on()).isEqualTo(LAST);
        assertThat(archive.keeping.explained(ada).orElseThrow().in(Locale.ENGLISH))
                .contains("In use until", "2 May 2026", "2 May 2027");

        archive.sweepOn(LAST_OF_USE);
        assertThat(sees(Purpose.CUSTOMER, ada)).isTrue();
        assertThat(sees(Purpose.MARKETING, ada)).isTrue();
        archive.sweepOn(LAST_OF_USE.plusDays(1));
        assertThat(sees(Purpose.CUSTOMER, ada)).isFalse();
        assertThat(sees(Purpose.MARKETING, ada)).isFalse();
        assertThat(sees(Purpose.CLAIMS, ada)).isTrue();
        assertThat(sees(Purpose.RIGHTS, ada)).isTrue();
        assertThat(archive.count("register.contact_point", "value = 'claimed@jokivoima.example'"))
                .isOne();

        archive.sweepOn(LAST);
        assertThat(sees(Purpose.CLAIMS, ada)).isTrue();
        archive.sweepOn(LAST.plusDays(1));
        assertThat(archive.count("register.person", "person_id = '%s'".formatted(ada)))
                .isZero();
        assertThat(evidence.of(ada))
                .extracting(Evidence.Line::act)
                .containsSubsequence("retention-withheld", "retention-removed");
        assertThat(evidence.of(ada))
                .filteredOn(line -> line.act().equals("retention-withheld"))
                .hasSize(1);
    }

    @Test
    @Policy("T21")
    void the_preview_counts_who_leaves_use_and_who_is_removed() {
        archive.met("Boris Claimed", "boris.claimed@jokivoima.example", MET);
        archive.clock.turnTo(LocalDate.of(2026, 4, 1));

        assertThat(forecast.preview().lines())
                .filteredOn(line -> line.unit() == Forecast.Unit.PEOPLE_OUT_OF_USE)
                .singleElement()
                .satisfies(line -> assertThat(line.months()).containsEntry(YearMonth.of(2026, 5), 1L));
        assertThat(forecast.preview().lines().getFirst().months()).doesNotContainKey(YearMonth.of(2026, 5));
        assertThat(forecast.preview().backlog()).isZero();
    }

    @Test
    @Policy("T22")
    void who_acts_again_or_may_be_used_longer_is_used_again() {
        var chen = archive.met("Chen Back", "chen.back@jokivoima.example", MET);
        var dana = archive.met("Dana Longer", "dana.longer@jokivoima.example", LocalDate.of(2024, 12, 1));
        archive.sweepOn(LocalDate.of(2026, 12, 2));
        assertThat(sees(Purpose.CUSTOMER, chen)).isFalse();
        assertThat(sees(Purpose.CUSTOMER, dana)).isFalse();

        archive.run("update register.person set last_act_at = '2026-12-02T09:00:00Z' where person_id = '%s'"
                .formatted(chen));
        archive.sweepOn(LocalDate.of(2026, 12, 3));
        assertThat(sees(Purpose.CUSTOMER, chen)).isTrue();
        assertThat(withholding.isWithheld(chen)).isFalse();
        assertThat(sees(Purpose.CUSTOMER, dana)).isFalse();

        publish("P30M");
        archive.sweepOn(LocalDate.of(2026, 12, 4));
        assertThat(sees(Purpose.CUSTOMER, dana)).isTrue();
    }

    @Test
    @Policy("T23")
    void a_restriction_that_was_asked_for_and_one_of_time_do_not_end_each_other() {
        var eero = archive.met("Eero Both", "eero.both@jokivoima.example", MET);
        archive.sweepOn(LAST_OF_USE.plusDays(1));
        archive.run("""
                with q as (insert into rights.request (request_id, number, kind, state, channel, person_id, email, language, received_on, received_at, closed_at)
                           values (gen_random_uuid(), '2026-777', 'restriction', 'closed', 'staff', '%1$s', 'e@e.example', 'en', '2026-05-03', '2026-05-03', '2026-05-03')
                           returning request_id)
                insert into rights.restriction (restriction_id, request_id, person_id, ground, since_at)
                select gen_random_uuid(), q.request_id, '%1$s', 'restriction', '2026-05-03' from q""".formatted(eero));

        archive.run("update register.person set last_act_at = '2026-06-01T09:00:00Z' where person_id = '%s'"
                .formatted(eero));
        archive.sweepOn(LocalDate.of(2026, 6, 2));
        assertThat(withholding.isWithheld(eero)).isFalse();
        assertThat(sees(Purpose.CUSTOMER, eero))
                .as("still restricted by the person")
                .isFalse();

        archive.run("update register.person set last_act_at = null where person_id = '%s'".formatted(eero));
        archive.sweepOn(LAST.plusDays(1));
        assertThat(archive.isThere(eero)).isTrue();
        archive.run("update rights.restriction set lifted_at = '2027-05-04', lifted_for = 'settled'");
        archive.run("update register.person set standing = standing & ~2 where person_id = '%s'".formatted(eero));
        archive.sweepOn(LAST.plusDays(3));
        assertThat(archive.isThere(eero)).isFalse();
    }
}
