package fi.seloste.intake;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.csv             | The file is empty.
            headers-only.csv      | The file has only one line (“Nimi, Sähköposti, Puhelin”)
            workbook-renamed.csv  | This is an Excel workbook. Open it in Excel, choose Save as, “CSV UTF-8
            binary-renamed.csv    | This is not text, whatever the file's name says.
            pdf-renamed.csv       | This is a PDF
            web-page-renamed.csv  | This is a web page or XML
            wrong-encoding.csv    | Line 3 holds bytes that are no letters in UTF-8
            broken-letters.csv    | The letters ä, ö and å were broken before the file was saved (line 1
            no-headers.csv        | Line 1 already holds a person (“ada.koskinen@koivu-kaarna.example”)
            title-first.csv       | Line 1 (“Asiakaslista 2026”) is a title
            """)
    void a_file_that_is_no_list_is_refused_with_what_to_do(String file, String sentence) {
        assertThat(Read.refusalOf("bad/" + file)).startsWith(sentence);
    }

    @Test
    void a_row_with_too_many_cells_is_refused_and_a_short_one_is_filled_up() {
        var read = Read.example("bad/ragged-rows.csv");

        assertThat(read.faults())
                .containsExactly(
                        "Line 3: The row has 2 cells and the headers 4; the missing ones count as empty.",
                        "Line 4: The row has 5 cells and the headers 4. A text with a separator in it must stand in quotation marks.");
        assertThat(read.drafts()).extracting(Draft::isRefused).containsExactly(false, false, true, false);
    }

    @Test
    void headers_that_repeat_are_numbered_and_both_columns_are_read() {
        var read = Read.example("bad/duplicate-headers.csv");

        assertThat(read.format().headers())
                .containsExactly("Nimi", "Sähköposti", "Sähköposti (2)", "Puhelin", "Column 5", "Puhelin (2)");
        assertThat(read.of("Ada Koskinen").who().reach().emails()).hasSize(2);
        assertThat(read.of("Ada Koskinen").who().reach().phones()).hasSize(2);
        assertThat(read.recognised().mapping().unmapped()).containsExactly("Column 5");
    }

    @Test
    void a_formula_is_text_and_never_a_name() {
        var read = Read.example("bad/formulas.csv");

        var first = read.drafts().getFirst();
        assertThat(first.who().name().isEmpty()).isTrue();
        assertThat(first.displayName()).isEqualTo("ada.koskinen@koivu-kaarna.example");
        assertThat(first.extras().note()).startsWith("=HYPERLINK(");
        assertThat(first.who().reach().addresses().getFirst().postalCode()).isEqualTo("00100");
        assertThat(read.drafts().get(2).isRefused()).isTrue();
        assertThat(read.faults().getFirst())
                .isEqualTo(
                        "Line 2, column “Nimi”: “=cmd|'/c calc'!A1” is a formula and cannot be a name. It was left out.");
        assertThat(Formula.neutral("=1+1")).isEqualTo("'=1+1");
        assertThat(Formula.plain(Formula.neutral("+358400000101"))).isEqualTo("+358400000101");
    }

    @Test
    void a_cell_over_ten_thousand_characters_is_refused_by_line_and_column() {
        var read = Read.example("bad/long-cell.csv");

        assertThat(read.faults())
                .containsExactly(
                        "Line 2, column “Muistiinpano”: The cell has 10200 characters; 10,000 are the most. It was left out.");
        assertThat(read.of("Ada Koskinen").extras().note()).isEmpty();
        assertThat(read.of("Boris Nyström").extras().note()).isEqualTo("lyhyt");
    }

    @Test
    void invalid_values_are_named_and_the_rest_of_the_row_comes_in() {
        var read = Read.example("bad/invalid-values.csv");

        assertThat(read.faults())
                .anyMatch(fault ->
                        fault.startsWith("Line 2, column “Sähköposti”: “ada.koskinen@koivu” is not an e-mail address."))
                .anyMatch(fault ->
                        fault.startsWith("Line 3, column “Puhelin”: “soita vaihteeseen” is not a telephone number."))
                .anyMatch(fault -> fault.startsWith("Line 3, column “Maa”: “Atlantis” is not a country"))
                .anyMatch(fault ->
                        fault.startsWith("Line 5, column “Puhelin”: “3,58400E+11” is a number that Excel has rounded"));
        assertThat(read.drafts()).extracting(Draft::isRefused).containsExactly(false, false, false, false, true, false);
        assertThat(read.of("Åsa Lindqvist").who().reach().emails().getFirst().address())
                .hasToString("asa@xn--mkel-load.example");
    }

    @Test
    void dates_come_in_five_styles() {
        var read = Read.example("bad/dates.csv");

        assertThat(read.drafts().subList(0, 6))
                .extracting(draft -> draft.extras().origin().createdOn())
                .containsOnly(LocalDate.of(2024, 3, 31));
        assertThat(read.faults())
                .containsExactly(
                        "Line 8, column “Luotu”: “31.2.2024” is not a date. Write it as 2026-03-01 or 1.3.2026.");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_named_by_the_line_it_opens_on() {
        var read = Read.example("bad/unclosed-quote.csv");

        assertThat(read.drafts()).extracting(Draft::isRefused).containsExactly(false, true);
        assertThat(read.faults().getFirst()).startsWith("Line 3: A quotation mark in this row is never closed");
    }

    @Test
    void a_marketing_status_nobody_understands_holds_the_row_back() {
        var read = Read.example("bad/unclear-marketing.csv");

        assertThat(read.drafts()).extracting(Draft::isRefused).containsExactly(false, false, true);
        assertThat(read.drafts().get(1).who().marketing().isBanned()).isTrue();
    }

    @Test
    void a_card_without_its_end_is_refused_and_the_others_are_read() {
        var read = Read.example("bad/broken-card.vcf");

        assertThat(read.drafts()).extracting(Draft::isRefused).containsExactly(false, true);
        assertThat(read.faults().getFirst()).startsWith("Line 7:");
    }

    @Test
    void utf_16_is_known_without_its_mark() {
        var text = "Nimi;Sähköposti\nÅsa Lindqvist;asa@saaristo-vene.example\n";

        assertThat(Read.text(text, UTF_16LE).of("Åsa Lindqvist").isPerson()).isTrue();
        assertThat(Read.text(text, UTF_16BE).of("Åsa Lindqvist").isPerson()).isTrue();
    }

    @Test
    void excels_line_about_the_separator_is_no_row() {
        var read = Read.text("sep=|\nName|E-mail\nAda Koskinen|ada@koivu-kaarna.example\n");

        assertThat(read.of("Ada Koskinen").line()).isEqualTo(3);
    }

    @Test
    void lists_of_one_column_and_of_bars_are_read() {
        assertThat(Read.text("email\nada@koivu-kaarna.example\nboris@saaristo-vene.example\n")
                        .drafts())
                .hasSize(2);
        assertThat(Read.text("name|email\nAda, the first|ada@koivu-kaarna.example\n")
                        .format()
                        .dialect()
                        .separator())
                .isEqualTo('|');
    }
}
