package fi.seloste.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.imports.Import.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Every example file of a good export comes in whole, and once. */
@DatabaseTest
@Import(Desk.class)
class ExampleImportsTest {

    @Autowired
    Desk desk;

    @BeforeEach
    void nobodyIsKnown() {
        desk.empty();
    }

    @Test
    void a_plain_list_is_read_looked_at_and_committed() {
        var preview = desk.example("plain-utf8.csv", Desk.met());

        assertThat(preview.state()).isEqualTo(State.PREVIEW);
        assertThat(preview.counts().rows()).isEqualTo(10);
        assertThat(preview.counts().fresh()).isEqualTo(10);
        assertThat(desk.people()).isZero();

        var committed = desk.commit(preview);

        assertThat(committed.state()).isEqualTo(State.COMMITTED);
        assertThat(desk.people()).isEqualTo(10);
        assertThat(desk.reaches("Ada Koskinen")).containsExactly("ada.koskinen@koivu-kaarna.example", "+358400000101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain-utf8.csv",
                "excel-fi-windows-1252.csv",
                "utf16.csv",
                "quoted-newlines.csv",
                "pipedrive-people.csv",
                "google-contacts.csv",
                "google-contacts-2024.csv",
                "outlook.csv",
                "outlook-fi.csv",
                "hubspot.csv",
                "mailchimp.csv",
                "vcard3.vcf",
                "vcard4.vcf"
            })
    void an_example_comes_in_once_and_a_second_time_changes_nothing(String file) {
        var committed = desk.commit(desk.example(file, Desk.met()));

        assertThat(committed.state()).as(committed.failure().toString()).isEqualTo(State.COMMITTED);
        assertThat(committed.counts().fresh()).isEqualTo(10);
        assertThat(desk.people()).isEqualTo(10);
        assertThat(desk.names()).contains("Ada Koskinen", "Boris Nyström");
        var points = desk.count("register.contact_point", "true");

        var again = desk.example(file, Desk.met());
        assertThat(again.counts().fresh()).isZero();
        assertThat(again.counts().changed()).isZero();
        assertThat(again.counts().unchanged()).isEqualTo(10);
        desk.commit(again);
        assertThat(desk.people()).isEqualTo(10);
        assertThat(desk.count("register.contact_point", "true")).isEqualTo(points);
    }
}
