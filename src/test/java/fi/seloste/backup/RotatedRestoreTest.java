package fi.seloste.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.RotatedKeys;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.register.PrintExamination;
import fi.seloste.register.Source;
import fi.seloste.rights.Right;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;

/** A backup from before the key was changed is brought back after it, with all that people asked for meanwhile. */
@DatabaseTest
@Import({Vault.class, RotatedKeys.class})
class RotatedRestoreTest {

    @Autowired
    Vault vault;

    @Autowired
    @Qualifier("keys")
    Keys before;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    PrintExamination examination;

    @TempDir
    Path safe;

    @AfterEach
    void no_entry_for_others() {
        vault.run("delete from suppression.entry");
    }

    @Test
    @Policy({"B1", "B2", "B3", "K6"})
    void bans_erasures_restrictions_and_organisations_bans_hold_after_the_drill() {
        vault.person("Ada Drill", "ada@drill.example");
        var boris = vault.person("Boris Drill", "boris@drill.example");
        var chen = vault.person("Chen Drill", "chen@drill.example");
        var dana = vault.person("Dana Drill", "dana@drill.example");
        var firm = vault.organisation("Drill Oy", "drillfirm.example");
        var jussi = vault.person("Jussi Drill", "jussi@drillfirm.example");
        vault.ban(dana);
        vault.person("Early Drill", "early@drill.example");
        vault.done(Right.ERASURE, "early@drill.example");
        underTheKeyBefore();
        assertThat(examination.examine().old()).isEqualTo(5);
        var file = vault.backUp(safe);

        vault.renewal.start();
        assertThat(examination.examine().isGood()).isTrue();
        vault.done(Right.ERASURE, "ada@drill.example");
        vault.ban(boris);
        vault.done(Right.RESTRICTION, "chen@drill.example");
        vault.ban(firm, "drillfirm.example");
        vault.lift(dana);

        vault.restore(file, null);

        assertThat(examination.examine().isGood()).isTrue();
        for (var erased : new String[] {"ada@drill.example", "Early+x@drill.example"}) {
            assertThatThrownBy(() -> vault.person("Again", erased, Source.PUBLIC_WEB))
                    .isInstanceOf(Problem.class);
        }
        assertThat(vault.sees(Purpose.MARKETING, boris)).isFalse();
        assertThat(vault.sees(Purpose.CUSTOMER, chen)).isFalse();
        assertThat(vault.sees(Purpose.MARKETING, jussi)).isFalse();
        assertThat(vault.sees(Purpose.MARKETING, dana)).isTrue();
        assertThat(vault.sees(Purpose.MARKETING, vault.person("Dana D.", "dana@drill.example")))
                .isTrue();
        assertThat(vault.reconcile()).isZero();
    }

    /** Every print as it stood before the change, and the database as one that knows of none. */
    private void underTheKeyBefore() {
        var old = Fingerprints.under(before);
        record Point(UUID id, String kind, String value) {}
        vault.purposes.as(Purpose.OWNER, () -> {
            for (var point : vault.jdbc
                    .sql("select contact_point_id as id, kind, value from register.contact_point")
                    .query(Point.class)
                    .list()) {
                var kind = Fingerprint.Kind.valueOf(point.kind().toUpperCase(Locale.ROOT));
                write(old.of(kind, point.value()), fingerprints.strict(kind, point.value()), point.id());
            }
            var early = old.of(Fingerprint.Kind.EMAIL, "early@drill.example");
            write(early, fingerprints.strict(Fingerprint.Kind.EMAIL, "early@drill.example"), new UUID(0, 0));
            vault.jdbc
                    .sql("delete from store.setting where name = 'keys-renewed'")
                    .update();
            return true;
        });
    }

    private void write(Fingerprint print, byte[] was, UUID point) {
        vault.jdbc
                .sql("""
                        update register.contact_point
                           set strict_print = :s, canonical_print = :c, key_version = 1, older_prints = '{}'
                         where contact_point_id = :id""")
                .param("s", print.strict())
                .param("c", print.canonical())
                .param("id", point)
                .update();
        vault.jdbc
                .sql(
                        "update suppression.entry set strict_print = :s, canonical_print = :c, key_version = 1 where strict_print = :was")
                .param("s", print.strict())
                .param("c", print.canonical())
                .param("was", was)
                .update();
    }
}
