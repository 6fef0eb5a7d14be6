package fi.seloste.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SealerTest {

    private static final PersonId ADA = PersonId.next();

    @Autowired
    Evidence evidence;

    @Autowired
    Sealer sealer;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void threeSealsOverFiveActs() {
        owner("delete from evidence.detail");
        owner("delete from evidence.entry");
        owner("delete from evidence.seal");
        act("marketing-ban");
        act("restriction");
        assertThat(sealer.seal()).isEqualTo(2);
        act("rectification");
        act("access");
        assertThat(sealer.seal()).isEqualTo(2);
        act("erasure");
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(sealer.firstBroken()).isEmpty();
    }

    @Test
    void nothing_new_makes_no_seal() {
        assertThat(sealer.seal()).isZero();
    }

    @Test
    void erasing_a_persons_details_breaks_no_seal() {
        assertThat(evidence.of(ADA)).allMatch(line -> line.detail() != null);
        owner("delete from evidence.detail");
        assertThat(evidence.of(ADA)).hasSize(5).allMatch(line -> line.detail() == null);
        assertThat(sealer.firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 second'",
                "actor_kind = 'system'",
                "actor_id = subject_id",
                "act = 'marketing-ban-lifted'",
                "purpose = 'marketing'",
                "subject_id = null",
                "object_id = subject_id, subject_id = null",
                "object_kind = 'invoice'",
                "commitment = sha256('other')"
            })
    void an_entry_that_was_altered_breaks_its_seal(String alteration) {
        owner("update evidence.entry set " + alteration + " where act = 'rectification'");
        assertThat(sealer.firstBroken()).contains(2L);
    }

    @Test
    void an_entry_that_was_removed_or_slipped_in_breaks_its_seal() {
        owner("delete from evidence.detail");
        owner("delete from evidence.entry where act = 'erasure'");
        assertThat(sealer.firstBroken()).contains(3L);
        act("access");
        owner("update evidence.entry set seal_number = 1 where seal_number is null");
        assertThat(sealer.firstBroken()).contains(1L);
    }

    @Test
    void a_seal_that_was_removed_is_missed() {
        owner("update evidence.entry set seal_number = 1 where seal_number = 2");
        owner("delete from evidence.seal where seal_number = 2");
        assertThat(sealer.firstBroken()).contains(1L);
    }

    private void act(String name) {
        var tuomas = new Actor(Actor.Kind.STAFF, Ids.next(), "Tuomas Laine");
        purposes.as(
                Purpose.CUSTOMER,
                () -> evidence.record(
                        tuomas,
                        Act.of(name).on(ADA).about("request", Ids.next()).with(Map.of("why", "asked by phone"))));
    }

    private void owner(String sql) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(sql).update();
        });
    }
}
