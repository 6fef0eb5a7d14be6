package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Problem;
import fi.seloste.imports.Import.State;
import fi.seloste.intake.FileFormat;
import fi.seloste.intake.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is too long to come in is refused in words, and what stands far apart in a long file is still one person. */
@DatabaseTest
@org.springframework.context.annotation.Import(Desk.class)
class LargeImportsTest {

    @Autowired
    Desk desk;

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
    }

    @Test
    void a_file_of_more_than_two_million_rows_is_refused_before_it_is_read_and_leaves_nothing() {
        var text = "Email\n" + "a@b.example\n".repeat(RowLimit.MOST + 1);

        assertThatThrownBy(() -> desk.list(text, Desk.met()))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessage("imports.file.tooManyRows [2000001, 2000000, 2]");

        assertThat(desk.count("imports.import", "true")).isZero();
    }

    @Test
    void rows_are_counted_and_not_the_lines_of_long_notes() {
        var text = "Email;Note\n" + "a@b.example;\"one\ntwo\nthree\nfour\"\n".repeat(510_000);
        Source file = () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

        assertThatCode(() -> RowLimit.mustHold(file, FileFormat.detect(file))).doesNotThrowAnyException();
    }

    @Test
    void people_whose_rows_stand_far_apart_come_in_once_and_the_firm_of_the_first_row_is_theirs() {
        var list = IntStream.range(0, 3_000)
                .mapToObj(i -> "Henkilö %1$d;h%1$d@yritys.example;Yritys %1$d Oy%n".formatted(i))
                .collect(Collectors.joining());
        var again = IntStream.range(0, 3_000)
                .mapToObj(i -> "Henkilö %1$d;h%1$d@yritys.example;Toinen %1$d Oy%n".formatted(i))
                .collect(Collectors.joining());

        var committed = desk.commit(desk.list("Name;Email;Company\n" + list + again, Desk.met()));

        assertThat(committed.counts().rows()).isEqualTo(6_000);
        assertThat(committed.counts().joined()).isEqualTo(3_000);
        assertThat(committed.counts().faults()).isEqualTo(3_000);
        assertThat(desk.people()).isEqualTo(3_000);
        assertThat(desk.count("register.organisation", "true")).isEqualTo(3_000);
        assertThat(desk.count("register.organisation", "name like 'Toinen%'")).isZero();
    }

    @Test
    void a_thousand_rows_of_one_person_are_joined_and_more_are_refused_with_their_number() {
        var row = "Ada Koskinen;ada.koskinen@koivu-kaarna.example\n";

        var preview = desk.list("Name;Email\n" + row.repeat(RowFile.MOST), Desk.met());
        assertThat(preview.counts().fresh()).isOne();
        assertThat(preview.counts().joined()).isEqualTo(RowFile.MOST - 1);

        var refused = desk.list(
                "Name;Email\nBoris Nyström;boris@saaristo-vene.example\n" + row.repeat(RowFile.MOST + 1), Desk.met());
        assertThat(refused.state()).isEqualTo(State.FAILED);
        assertThat(refused.failure().key()).isEqualTo("imports.file.onePerson");
        assertThat(refused.failure().arguments()).containsExactly("3", "1001", "1000");
    }

    @Test
    void of_a_file_with_a_fault_in_each_row_the_first_ten_thousand_are_told_and_all_are_counted() {
        var text = "Name;Email\n" + "Ada Koskinen;nobody\n".repeat(12_000);

        var preview = desk.list(text, Desk.met());

        assertThat(preview.counts().faults()).isGreaterThanOrEqualTo(12_000);
        assertThat(desk.count("imports.error", "true")).isEqualTo(FaultLog.MOST);
    }
}
