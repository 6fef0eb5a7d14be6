package fi.seloste.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.TurnedClock;
import fi.seloste.base.Problem;
import fi.seloste.doors.Guard.Shown;
import fi.seloste.installation.Keys;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@DatabaseTest
class GuardTest {

    @Autowired
    Guard guard;

    @Autowired
    SpentStamps spent;

    @Autowired
    Keys keys;

    @Autowired
    TurnedClock clock;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_same_hour() {
        clock.reset();
    }

    @Test
    void whoever_waits_and_works_comes_in_once() {
        var stamp = guard.stamp("once");
        var shown = new Shown(stamp.text(), worked("once", stamp.text()), "");

        assertThat(refusal(shown, "once")).isEqualTo("guard.early");
        clock.advance(Duration.ofSeconds(2));
        assertThat(comes(shown, "once").worked()).isTrue();
        assertThat(refusal(shown, "once")).isEqualTo("guard.spent");
    }

    @Test
    void what_is_not_kept_after_all_has_used_no_stamp_up_and_counts_for_no_rush() {
        var calm = guard.stamp("undone").bits();
        var shown = new Shown(guard.stamp("undone").text(), null, null);
        clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 100; i++) {
            var pass = guard.check(shown, "undone");
            assertThatThrownBy(() -> purposes.as(Purpose.SUBJECT, () -> {
                        guard.spend(pass);
                        throw new IllegalStateException("not kept");
                    }))
                    .hasMessage("not kept");
        }

        assertThat(guard.stamp("undone").bits()).isEqualTo(calm);
        assertThat(comes(shown, "undone").worked()).isFalse();
        assertThat(refusal(shown, "undone")).isEqualTo("guard.spent");
    }

    @Test
    void of_one_stamp_that_comes_many_times_at_once_the_first_is_good() {
        var twice = new Shown(guard.stamp("many").text(), null, null);
        var other = new Shown(guard.stamp("many").text(), null, null);
        clock.advance(Duration.ofMinutes(1));
        var passes = Stream.of(twice, other, twice)
                .map(shown -> guard.check(shown, "many"))
                .toList();

        assertThat(purposes.as(Purpose.SUBJECT, () -> guard.spend(passes))).containsExactly(true, true, false);
        assertThat(purposes.as(Purpose.SUBJECT, () -> guard.spend(passes))).containsOnly(false);
    }

    @Test
    void without_script_it_takes_patience() {
        var shown = new Shown(guard.stamp("slow").text(), null, null);

        clock.advance(Duration.ofSeconds(9));
        assertThatThrownBy(() -> guard.check(shown, "slow"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.arguments()).containsExactly(1L));
        clock.advance(Duration.ofSeconds(1));
        assertThat(guard.check(shown, "slow").worked()).isFalse();
    }

    @Test
    void work_that_is_wrong_counts_as_none() {
        var text = guard.stamp("lazy").text();
        clock.advance(Duration.ofSeconds(9));

        assertThat(refusal(new Shown(text, "-1", ""), "lazy")).isEqualTo("guard.early");
        assertThat(refusal(new Shown(text, "9".repeat(4000), ""), "lazy")).isEqualTo("guard.early");
    }

    @Test
    void a_filled_trap_a_foreign_stamp_and_one_of_another_door_are_told_in_a_sentence() {
        var text = guard.stamp("mine").text();
        clock.advance(Duration.ofMinutes(1));

        assertThat(refusal(new Shown(text, "", "https://pills.example"), "mine"))
                .isEqualTo("guard.trap");
        assertThat(refusal(new Shown(null, null, null), "mine")).isEqualTo("guard.none");
        assertThat(refusal(new Shown(text, "", ""), "other")).isEqualTo("guard.unknown");
        assertThat(refusal(new Shown(text.substring(1), "", ""), "mine")).isEqualTo("guard.unknown");
        assertThat(refusal(new Shown("äö.%%", "", ""), "mine")).isEqualTo("guard.unknown");
        assertThat(guard.check(new Shown(text, "", ""), "mine").worked())
                .as("none of these spent it")
                .isFalse();
    }

    @Test
    void a_page_from_yesterday_is_asked_for_again_and_its_stamp_forgotten() {
        var text = guard.stamp("old").text();
        clock.advance(Duration.ofHours(23));
        comes(new Shown(text, "", ""), "old");
        assertThat(kept()).isPositive();

        clock.advance(Duration.ofHours(2));
        spent.run();

        assertThat(kept()).isZero();
        assertThat(refusal(new Shown(text, "", ""), "old")).isEqualTo("guard.old");
    }

    @Test
    void what_pays_for_nothing_makes_it_dearer_for_nobody() {
        var calm = guard.stamp("junk");
        for (int i = 0; i < 200; i++) {
            refusal(new Shown(null, null, null), "junk");
            refusal(new Shown(calm.text(), null, "filled in"), "junk");
            refusal(new Shown(calm.text(), "-1", ""), "junk");
        }
        assertThat(guard.stamp("junk").bits()).isEqualTo(calm.bits());
    }

    @Test
    void a_flood_makes_the_work_dearer_until_it_is_over() {
        var calm = guard.stamp("flooded");
        var stamps = Stream.generate(() -> guard.stamp("flooded").text())
                .limit(1_000)
                .toList();
        clock.advance(Duration.ofMinutes(2));
        stamps.forEach(text -> comes(new Shown(text, null, null), "flooded"));
        var flooded = guard.stamp("flooded");
        assertThat(flooded.bits()).isGreaterThan(calm.bits());
        assertThat(flooded.patience()).isGreaterThan(calm.patience());
        assertThat(guard.stamp("beside").bits()).isEqualTo(calm.bits());
        clock.advance(Duration.ofSeconds(20));
        var early = new Shown(calm.text(), worked("flooded", calm.text()), "");
        assertThat(refusal(early, "flooded")).as("stamps are not laid in stock").isEqualTo("guard.rush");
        clock.advance(Duration.ofMinutes(3));
        assertThat(guard.stamp("flooded").bits()).isEqualTo(calm.bits());
    }

    @Test
    void a_gentle_door_asks_for_a_page_of_ours_and_for_patience_only_while_it_is_flooded() {
        assertThatThrownBy(() -> guard.checkGently(new Shown(null, null, null), "kind"))
                .hasMessageContaining("guard.none");
        assertThat(guard.stamp("kind").calm()).isTrue();
        flood("kind");

        assertThat(guard.stamp("kind").calm()).isFalse();
        var idle = new Shown(guard.stamp("kind").text(), "", "");
        assertThatThrownBy(() -> guard.checkGently(idle, "kind")).hasMessageContaining("guard.wait");
        clock.advance(Duration.ofSeconds(20));
        assertThat(guard.checkGently(idle, "kind").worked()).isFalse();
    }

    @Test
    void work_that_was_done_opens_a_gentle_door_at_once_also_in_a_flood() {
        flood("busy");
        var stamp = guard.stamp("busy").text();
        assertThat(guard.checkGently(new Shown(stamp, worked("busy", stamp), ""), "busy")
                        .worked())
                .isTrue();
        assertThatThrownBy(() -> guard.checkGently(new Shown(stamp, "", ""), "busy"))
                .hasMessageContaining("guard.wait");
    }

    /** More than a calm minute's, each from a page of ours. */
    private void flood(String door) {
        for (int i = 0; i < 31; i++) {
            var pass = guard.checkGently(new Shown(guard.stamp(door).text(), null, null), door);
            assertThat(pass.worked()).isFalse();
            purposes.as(Purpose.SUBJECT, () -> guard.spend(pass));
        }
    }

    @Test
    void a_page_that_comes_back_keeps_its_stamp_until_that_is_spent() {
        var request = new MockHttpServletRequest();
        var first = guard.stamp("again", request).text();
        var back = new MockHttpServletRequest();
        back.setParameter(Guard.STAMP, first);
        back.setParameter(Guard.WORK, worked("again", first));

        assertThatThrownBy(() -> guard.check(back, "again")).hasMessageContaining("guard.early");
        assertThat(guard.stamp("again", back).text()).isEqualTo(first);
        assertThat(guard.stamp("again", back).work()).isNotEmpty();
        clock.advance(Duration.ofSeconds(5));
        guard.check(back, "again");
        assertThat(guard.stamp("again", back).text()).isNotEqualTo(first);
    }

    /** As a page takes it in. */
    private Guard.Pass comes(Shown shown, String door) {
        var pass = guard.check(shown, door);
        purposes.as(Purpose.SUBJECT, () -> guard.spend(pass));
        return pass;
    }

    private String refusal(Shown shown, String door) {
        try {
            comes(shown, door);
            return "";
        } catch (Problem.Invalid refused) {
            assertThat(refused.field()).isEqualTo(Guard.FIELD);
            return refused.key();
        }
    }

    private String worked(String door, @Nullable String text) {
        var stamp = Stamp.read(keys, door, String.valueOf(text)).orElseThrow();
        for (int number = 0; ; number++) {
            if (stamp.isWorked(String.valueOf(number))) {
                return String.valueOf(number);
            }
        }
    }

    private long kept() {
        return purposes.as(
                Purpose.TECHNICAL,
                () -> jdbc.sql("select count(*) from doors.spent_stamp")
                        .query(Long.class)
                        .single());
    }
}
