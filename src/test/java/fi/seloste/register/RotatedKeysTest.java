package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.RotatedKeys;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house stands on two versions of the key; what the tests put into it was fingerprinted under the first. */
@DatabaseTest
@Import({Cast.class, RotatedKeys.class})
class RotatedKeysTest {

    @Autowired
    Cast cast;

    @Autowired
    @Qualifier("keys")
    Keys before;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    Suppression suppression;

    @Autowired
    Renewal renewal;

    @Autowired
    PrintExamination examination;

    @Autowired
    MarketingBan bans;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    private Fingerprints old;

    @BeforeEach
    void the_key_before() {
        old = Fingerprints.under(before);
        owner("delete from suppression.entry");
    }

    @AfterEach
    void no_entry_for_others() {
        owner("delete from suppression.entry");
    }

    @Test
    @Policy("K6")
    void whoever_was_erased_before_the_change_is_not_collected_again_after_it() {
        entry("recollection", "erased.before@jokivoima.example");
        assertThatThrownBy(() -> cast.found("Eero Before", "Erased.Before+x@jokivoima.example"))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(cast.customer(() -> suppression.check("erased.before@jokivoima.example"))
                        .recollection())
                .isTrue();
    }

    @Test
    @Policy("K6")
    void whoever_was_banned_before_the_change_comes_back_banned_and_the_wish_lifts_the_old_entry() {
        entry("marketing-ban", "banned.before@jokivoima.example");
        var back = cast.add("Beata Before", "banned.before@jokivoima.example");
        assertThat(cast.get(back).standing().isBanned()).isTrue();

        cast.customer(() -> bans.lift(back, Wish.of("wants our news", Cast.TODAY), Cast.MARIA));

        assertThat(cast.customer(() -> suppression.check("banned.before@jokivoima.example"))
                        .marketing())
                .isFalse();
        assertThat(cast.get(cast.add("Beata B.", "banned.before@jokivoima.example"))
                        .standing()
                        .isBanned())
                .isFalse();
    }

    @Test
    @Policy("K6")
    void the_living_are_fingerprinted_anew_with_their_bans_and_a_change_that_was_killed_goes_on() {
        var people = List.of(
                cast.add("Aake Old", "aake.old@jokivoima.example"),
                cast.add("Bea Old", "bea.old@jokivoima.example"),
                cast.add("Cia Old", "cia.old@jokivoima.example"));
        people.forEach(person -> cast.customer(() -> bans.ban(person, Ban.because("mail"), Cast.MARIA)));
        people.forEach(this::asBefore);
        entry("recollection", "gone.for.good@jokivoima.example");
        assertThat(examination.examine().old()).isEqualTo(3);
        assertThat(versions()).containsExactly(Map.entry(1, 4L));

        // Killed after the first: one is new already, the others are not.
        renewOnly(people.getFirst());
        assertThat(examination.examine().old()).isEqualTo(2);

        assertThat(renewal.renew()).isEqualTo(2);

        assertThat(examination.examine().isGood()).isTrue();
        assertThat(versions()).containsExactly(Map.entry(1, 1L), Map.entry(2, 3L));
        assertThat(renewal.renew()).isZero();
        people.forEach(
                person -> assertThat(cast.get(person).standing().isBanned()).isTrue());
        assertThat(cast.get(cast.add("Cia New", "cia.old+neu@jokivoima.example"))
                        .standing()
                        .isBanned())
                .isTrue();
        assertThatThrownBy(() -> cast.found("Gone", "gone.for.good@jokivoima.example"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    @Policy("K6")
    void a_new_ban_is_noted_under_the_new_key_alone() {
        var dora = cast.add("Dora New", "dora.new@jokivoima.example");
        cast.customer(() -> bans.ban(dora, Ban.because("mail"), Cast.MARIA));
        assertThat(versions()).containsExactly(Map.entry(2, 1L));
    }

    private void renewOnly(PersonId person) {
        var print = fingerprints.of(Fingerprint.Kind.EMAIL, value(person));
        var older = old.canonical(Fingerprint.Kind.EMAIL, value(person));
        cast.purposes.as(Purpose.OWNER, () -> {
            suppression.renew(
                    List.of(new Suppression.Renewed(old.strict(Fingerprint.Kind.EMAIL, value(person)), print)));
            write(person, print, List.of(older));
            return true;
        });
    }

    /** As it stood before the key was changed. */
    private void asBefore(PersonId person) {
        var email = value(person);
        var print = old.of(Fingerprint.Kind.EMAIL, email);
        cast.purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(
                            "update suppression.entry set strict_print = :s, canonical_print = :c, key_version = 1 where strict_print = :was")
                    .param("s", print.strict())
                    .param("c", print.canonical())
                    .param("was", fingerprints.strict(Fingerprint.Kind.EMAIL, email))
                    .update();
            write(person, print, List.of());
            return true;
        });
    }

    private void write(PersonId person, Fingerprint print, List<byte[]> older) {
        jdbc.sql("""
                        update register.contact_point
                           set strict_print = :s, canonical_print = :c, key_version = :v, older_prints = :older::bytea[]
                         where person_id = :person""")
                .param("s", print.strict())
                .param("c", print.canonical())
                .param("v", print.keyVersion())
                .param("older", older.toArray(byte[][]::new))
                .param("person", person.value())
                .update();
    }

    private String value(PersonId person) {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select value from register.contact_point where person_id = :person")
                        .param("person", person.value())
                        .query(String.class)
                        .single());
    }

    private void entry(String kind, String email) {
        var print = old.of(Fingerprint.Kind.EMAIL, email);
        cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                insert into suppression.entry
                                       (entry_id, kind, channel, strict_print, canonical_print, key_version, since_at, reason)
                                values (:id, :kind, 'email', :s, :c, 1, '2026-01-01', 'test')""")
                        .param("id", UUID.randomUUID())
                        .param("kind", kind)
                        .param("s", print.strict())
                        .param("c", print.canonical())
                        .update());
    }

    private List<Map.Entry<Integer, Long>> versions() {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                select key_version, count(*) as n
                                  from suppression.entry
                                 where lifted_at is null
                                 group by key_version
                                 order by key_version""")
                        .query((rs, n) -> Map.entry(rs.getInt(1), rs.getLong(2)))
                        .list());
    }

    private void owner(String sql) {
        cast.purposes.as(Purpose.OWNER, () -> jdbc.sql(sql).update());
    }
}
