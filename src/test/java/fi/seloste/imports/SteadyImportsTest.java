package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Problem;
import fi.seloste.imports.Import.State;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;

/** Whatever breaks off in the middle is begun again and comes to the same end. */
@DatabaseTest
@org.springframework.context.annotation.Import({Desk.class, SteadyImportsTest.Breaker.class})
class SteadyImportsTest {

    private static final String LIST = """
            Name;Email
            Ada Koskinen;ada.koskinen@koivu-kaarna.example
            Boris Nyström;boris.nystrom@saaristo-vene.example
            """;

    @Autowired
    Desk desk;

    @Autowired
    Breaker breaker;

    @Autowired
    Cleaning cleaning;

    @Autowired
    fi.seloste.TurnedClock clock;

    /** Stands for the power cut: the last thing before the commit fails. */
    static class Breaker {
        boolean broken;

        @EventListener
        void committed(Import.Committed event) {
            if (broken) {
                throw new IllegalStateException("the power is gone");
            }
        }
    }

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
    }

    @AfterEach
    void repaired() {
        breaker.broken = false;
    }

    @Test
    void a_commit_that_breaks_off_brings_nobody_and_the_next_try_brings_everybody_once() {
        var preview = desk.list(LIST, Desk.met());
        breaker.broken = true;
        assertThatThrownBy(() -> desk.commit(preview)).hasMessageContaining("power");
        assertThat(desk.people()).isZero();
        assertThat(desk.imports.get(preview.id()).state()).isEqualTo(State.COMMITTING);

        breaker.broken = false;
        desk.working.commit(preview.id());
        desk.working.commit(preview.id());

        assertThat(desk.imports.get(preview.id()).state()).isEqualTo(State.COMMITTED);
        assertThat(desk.people()).isEqualTo(2);
        assertThat(desk.count("imports.row", "true")).isZero();
    }

    @Test
    void rows_that_a_crash_of_the_database_took_are_read_again_at_the_commit() {
        var preview = desk.list(LIST, Desk.met());
        desk.asOwner(() -> desk.jdbc
                .sql("truncate imports.row, imports.firm, imports.firm_part")
                .update());

        var committed = desk.commit(preview);

        assertThat(committed.state()).isEqualTo(State.COMMITTED);
        assertThat(desk.people()).isEqualTo(2);
    }

    @Test
    void a_reading_that_broke_off_begins_from_the_start() {
        var entry = desk.bring(
                "list.csv", () -> LIST.getBytes(java.nio.charset.StandardCharsets.UTF_8), Desk.met(), Map.of());
        desk.asOwner(() -> desk.jdbc
                .sql("update imports.import set attempts = 1, run_id = gen_random_uuid(), staged = 1")
                .update());

        var preview = desk.read(entry);
        desk.working.read(entry.id());

        assertThat(preview.counts().fresh()).isEqualTo(2);
        assertThat(desk.count("imports.row", "true")).isEqualTo(2);
    }

    @Test
    void what_fails_again_and_again_is_given_up_with_a_sentence() {
        var preview = desk.list(LIST, Desk.met());
        breaker.broken = true;
        assertThatThrownBy(() -> desk.commit(preview)).hasMessageContaining("power");
        for (int i = 0; i < 5; i++) {
            try {
                desk.working.commit(preview.id());
            } catch (IllegalStateException stillGone) {
                continue;
            }
        }

        assertThat(desk.imports.get(preview.id()).state()).isEqualTo(State.FAILED);
        assertThat(desk.imports.get(preview.id()).failure().key()).isEqualTo("imports.failed.unexpected");
        assertThat(desk.people()).isZero();
    }

    @Test
    void a_week_later_a_file_that_nobody_committed_is_gone() {
        var preview = desk.list(LIST, Desk.met());
        clock.advance(java.time.Duration.ofDays(8));

        cleaning.run();

        assertThat(desk.imports.get(preview.id()).state()).isEqualTo(State.UNDONE);
        assertThat(desk.imports.get(preview.id()).content().kept()).isFalse();
        assertThat(desk.count("imports.row", "true")).isZero();
    }

    @Test
    void twenty_thousand_rows_come_in_and_go_again() {
        var text = IntStream.range(0, 20_000)
                .mapToObj(i -> "Henkilö %d;henkilo%d@yritys%d.example;040 %07d;Yritys %d Oy"
                        .formatted(i, i, i % 500, i, i % 500))
                .collect(Collectors.joining(
                        "\n", "Name;Email;Phone;Company\n", "\nHenkilö 7;henkilo7@yritys7.example;;\n"));

        var committed = desk.commit(desk.list(text, Desk.met()));

        assertThat(committed.counts().rows()).isEqualTo(20_001);
        assertThat(committed.counts().joined()).isEqualTo(1);
        assertThat(committed.counts().fresh()).isEqualTo(20_000);
        assertThat(desk.people()).isEqualTo(20_000);
        assertThat(desk.count("register.organisation", "true")).isEqualTo(500);
        assertThat(desk.count("register.affiliation", "true")).isEqualTo(20_000);
        desk.asOwner(() -> desk.jdbc
                .sql("update imports.import set undo_asked_at = created_at where state = 'committed'")
                .update());
        desk.undoing.undo(committed.id());
        assertThat(desk.people()).isZero();
        assertThat(desk.count("register.organisation", "true")).isZero();
    }

    @Test
    void a_file_that_is_no_list_leaves_nothing_behind() {
        var before = desk.count("imports.import", "true");
        assertThatThrownBy(() -> desk.list("%PDF-1.7\nx", Desk.met())).isInstanceOf(Problem.Invalid.class);
        assertThat(desk.count("imports.import", "true")).isEqualTo(before);
    }
}
