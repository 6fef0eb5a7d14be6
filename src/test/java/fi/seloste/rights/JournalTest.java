package fi.seloste.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void three_lines() {
        file = folder.resolve("rights.jsonl");
        var journal = open();
        for (int i = 0; i < 3; i++) {
            journal.append(entry(), 0);
        }
    }

    @Test
    @Policy("R26")
    void lines_are_read_back_as_they_were_written() {
        var journal = open();
        assertThat(journal.findings()).isEmpty();
        assertThat(lines(journal)).hasSize(3).extracting(Journal.Line::seq).containsExactly(1L, 2L, 3L);
        assertThat(lines(journal).getFirst().prints().getFirst().canonical()).isEqualTo("0b");
    }

    @Test
    @Policy("R28")
    void an_altered_line_is_named() throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst("erasure", "restriction"));
        assertThat(open().findings()).hasSize(2).first().asString().contains("Line 1", "altered");
    }

    @Test
    @Policy("R28")
    void a_removed_line_is_named() throws IOException {
        var lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2)));
        assertThat(open().findings()).singleElement().asString().contains("Line 2", "missing");
    }

    @Test
    @Policy("R26")
    void a_line_torn_by_a_crash_is_cut_off_and_the_next_one_follows() throws IOException {
        var whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 20));
        var journal = open();
        assertThat(journal.findings()).isEmpty();
        assertThat(lines(journal)).hasSize(2);
        assertThat(journal.append(entry(), 0).seq()).isEqualTo(3);
        assertThat(open().findings()).isEmpty();
    }

    @Test
    @Policy("R28")
    void a_lost_end_shows_as_a_gap_that_the_next_line_leaves() throws IOException {
        Files.write(file, List.of(Files.readAllLines(file).getFirst()));
        var journal = open();
        journal.append(entry(), 3);
        assertThat(open().findings()).singleElement().asString().contains("number 4 where 2 is expected");
    }

    @Test
    @Policy("R26")
    void a_full_disk_refuses_the_act() throws IOException {
        var full = folder.resolve("full");
        Files.createDirectories(full);
        Files.createSymbolicLink(full.resolve("rights.jsonl"), Path.of("/dev/full"));
        var journal = new Journal(full, null, new TurnedClock());
        assertThatThrownBy(() -> journal.append(entry(), 0))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("rights.journal.full");
        assertThat(lines(journal)).isEmpty();
    }

    @Test
    @Policy("R26")
    void what_the_second_place_cannot_take_the_first_gives_back() throws IOException {
        var copy = folder.resolve("copy");
        Files.createDirectories(copy);
        Files.createSymbolicLink(copy.resolve("rights.jsonl"), Path.of("/dev/full"));
        var journal = new Journal(folder, copy, new TurnedClock());
        assertThatThrownBy(() -> journal.append(entry(), 0)).isInstanceOf(Problem.Conflict.class);
        assertThat(lines(open())).hasSize(3);
    }

    @Test
    @Policy("R27")
    void a_lost_first_place_is_healed_from_the_second() throws IOException {
        var copy = folder.resolve("copy");
        var fresh = folder.resolve("fresh");
        var both = new Journal(fresh, copy, new TurnedClock());
        both.append(entry(), 0);
        both.append(entry(), 0);
        Files.delete(fresh.resolve("rights.jsonl"));
        var healed = new Journal(fresh, copy, new TurnedClock());
        assertThat(healed.findings()).isNotEmpty();
        assertThat(healed.healFromCopy()).isEqualTo(2);
        assertThat(healed.findings()).isEmpty();
    }

    @Test
    @Policy("R27")
    void a_second_place_that_is_new_begins_with_all_that_the_first_holds() throws IOException {
        var both = new Journal(folder, folder.resolve("new"), new TurnedClock());
        both.begin();
        assertThat(both.completeCopy()).isEqualTo(3);
        both.append(entry(), 0);
        var again = new Journal(folder, folder.resolve("new"), new TurnedClock());
        assertThat(again.findings()).isEmpty();
        assertThat(Files.readString(folder.resolve("new/rights.jsonl"))).isEqualTo(Files.readString(file));
    }

    @Test
    @Policy("R28")
    void two_places_that_differ_are_named_with_the_line_and_neither_is_taken_over() throws IOException {
        var copy = folder.resolve("other");
        var apart = new Journal(copy, null, new TurnedClock());
        apart.append(entry(), 0);
        var both = new Journal(folder, copy, new TurnedClock());
        assertThat(both.findings()).singleElement().asString().contains("differ from line 1 on", "3 and 1 lines");
        assertThat(both.healFromCopy()).isZero();
        assertThat(both.completeCopy()).isZero();
        assertThat(lines(open())).hasSize(3);
    }

    @Test
    @Policy("R26")
    void a_ban_of_an_organisation_is_read_back_with_its_domain() {
        open().append(new Journal.Entry(RequestId.next(), "organisation-ban", null, List.of(), "joki.example"), 0);
        assertThat(open().findings()).isEmpty();
        assertThat(lines(open()).getLast().domain()).isEqualTo("joki.example");
    }

    private Journal open() {
        return new Journal(folder, null, new TurnedClock());
    }

    private static Journal.Entry entry() {
        return new Journal.Entry(
                RequestId.next(), "erasure", PersonId.next(), List.of(new Journal.Print("email", "0a", "0b", 1)));
    }

    private static List<Journal.Line> lines(Journal journal) {
        var lines = new ArrayList<Journal.Line>();
        journal.each(lines::add);
        return lines;
    }
}
