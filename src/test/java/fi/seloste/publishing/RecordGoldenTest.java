package fi.seloste.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Golden;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.RecordOfProcessing;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of processing of the default notice, and what becomes of every table's rows. */
@DatabaseTest
class RecordGoldenTest {

    @Autowired
    Consequences consequences;

    @Test
    void the_record_of_processing_is_written_from_the_declaration_and_the_data_maps() {
        var declaration = DeclarationReader.shipped("default");
        var text = new StringBuilder("""
                # Record of processing activities

                Written by `bin/golden` from the default notice and the data maps; not edited by hand. GDPR Art. 30(1).

                """);
        var record = RecordOfProcessing.of(declaration, Locale.ENGLISH);
        text.append(record.head().controller())
                .append(". ")
                .append(record.head().reach())
                .append("\n\n");
        record.head()
                .offices()
                .forEach(office -> text.append("- ").append(office).append('\n'));
        record.rows()
                .forEach(row -> text.append("\n## ")
                        .append(row.purpose())
                        .append("\n\n- Lawful basis: ")
                        .append(row.basis())
                        .append("\n- Groups of people: ")
                        .append(row.about().groups())
                        .append("\n- Data: ")
                        .append(row.about().data())
                        .append("\n- Kept: ")
                        .append(row.about().kept())
                        .append("\n- Recipients: ")
                        .append(row.given().recipients())
                        .append("\n- Transfers: ")
                        .append(row.given().transfers())
                        .append('\n'));
        text.append("\nSecurity, for all of them: ")
                .append(record.rows().getFirst().security())
                .append('\n');
        consequences(text, declaration);

        assertThat(record.rows()).isNotEmpty();
        Golden.compare("record-of-processing.md", text.toString());
    }

    private void consequences(StringBuilder text, fi.seloste.notice.Declaration declaration) {
        text.append("""

                ## What becomes of the rows

                On an erasure; under a restriction (hidden: only rights and claims still see the row; untouched: whoever reads the table still
                does); and by time. A law in the last column makes the rows stay until then.

                | category | table | erase | restrict | keep | law |
                |---|---|---|---|---|---|
                """);
        consequences
                .of(declaration, Locale.ENGLISH)
                .forEach(line -> text.append("| ")
                        .append(String.join(
                                " | ",
                                line.category(),
                                line.table(),
                                line.erase(),
                                line.restrict(),
                                cell(line.keep()),
                                line.law() == null ? "" : cell(line.law())))
                        .append(" |\n"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
