package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(Cast.class)
class NightlyComparisonTest {

    @Autowired
    Cast cast;

    @Autowired
    NightlyComparison nightly;

    @Autowired
    Suppression suppression;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Policy("K9")
    void it_is_done_once_a_night_and_remembered() {
        cast.add("Vilja Aho", "vilja@ahola.example");
        nightly.run();
        var first = compared();
        nightly.run();
        assertThat(compared()).isEqualTo(first).isPositive();
        assertThat(nightly.last()).hasValueSatisfying(last -> {
            assertThat(LocalDate.parse(last.day())).isEqualTo(Cast.TODAY);
            assertThat(last.wrong()).isZero();
        });
    }

    @Test
    @Policy("K9")
    void a_print_that_was_altered_is_counted_by_the_night_becomes_evidence_and_is_put_right() {
        var vieno = cast.add("Vieno Aho", "vieno@ahola.example");
        assertThat(nightly.compare().isGood()).isTrue();
        owner("update register.contact_point set canonical_print = '\\x00' where value = 'vieno@ahola.example'");

        assertThat(nightly.compare().wrong()).isOne();

        ban("vieno@ahola.example");
        assertThat(nightly.compare().unmarked()).isOne();
        assertThat(cast.get(vieno).standing().isBanned()).isTrue();
        assertThat(nightly.compare().isGood()).isTrue();
        assertThat(compared()).isGreaterThanOrEqualTo(4);
    }

    private int compared() {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from evidence.entry where act = 'fingerprints-compared'")
                        .query(Integer.class)
                        .single());
    }

    private void ban(String email) {
        cast.purposes.as(
                Purpose.RIGHTS,
                () -> suppression.ban(
                        List.of(fingerprints.of(Fingerprint.Kind.EMAIL, email)), new Suppression.Reason("test", null)));
    }

    private void owner(String sql) {
        cast.purposes.as(Purpose.OWNER, () -> jdbc.sql(sql).update());
    }
}
