package fi.seloste.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain-utf8.csv                | FREE                    | CSV, comma, UTF-8, 6 columns, no quotation marks
            excel-fi-windows-1252.csv     | FREE                    | CSV, semicolon, Windows-1252, 13 columns, no quotation marks
            utf16.csv                     | FREE                    | CSV, tab, UTF-16LE, 6 columns, no quotation marks
            quoted-newlines.csv           | FREE                    | CSV, semicolon, UTF-8 (BOM), 6 columns, cells in quotation marks
            pipedrive-people.csv          | PIPEDRIVE_PEOPLE        | CSV, comma, UTF-8, 23 columns, cells in quotation marks
            google-contacts.csv           | GOOGLE_CONTACTS         | CSV, comma, UTF-8, 56 columns, cells in quotation marks
            google-contacts-2024.csv      | GOOGLE_CONTACTS_2024    | CSV, comma, UTF-8, 38 columns, cells in quotation marks
            outlook.csv                   | OUTLOOK                 | CSV, comma, Windows-1252, 66 columns, cells in quotation marks
            outlook-fi.csv                | OUTLOOK_FI              | CSV, semicolon, Windows-1252, 21 columns, cells in quotation marks
            hubspot.csv                   | HUBSPOT                 | CSV, comma, UTF-8, 23 columns, cells in quotation marks
            mailchimp.csv                 | MAILCHIMP               | CSV, comma, UTF-8, 27 columns, cells in quotation marks
            bought-list.csv               | FREE                    | CSV, semicolon, Windows-1252, 12 columns, no quotation marks
            vcard3.vcf                    | VCARD                   | vCard, UTF-8
            vcard4.vcf                    | VCARD                   | vCard, UTF-8
            """)
    void every_export_tells_who_ada_and_jorgen_are(String file, HeaderSet set, String sentence) {
        var read = Read.example(file);

        assertThat(read.format().sentence(Read.texts("en"))).isEqualTo(sentence);
        assertThat(read.recognised().set()).isEqualTo(set);
        assertThat(read.drafts()).hasSizeGreaterThanOrEqualTo(10).noneMatch(Draft::isRefused);
        var ada = read.of("Ada Koskinen");
        assertThat(ada.who().name()).isEqualTo(new PersonName("Ada Koskinen", "Ada", "Koskinen"));
        assertThat(ada.who().reach().emails().getFirst().address()).hasToString("ada.koskinen@koivu-kaarna.example");
        assertThat(ada.firm().name()).isEqualTo("Koivu & Kaarna Oy");
        var jorgen = read.of("Jörgen Öberg");
        assertThat(jorgen.firm().name()).isEqualTo("Pohjantähti Logistiikka Oy");
        if (set != HeaderSet.MAILCHIMP) {
            assertThat(jorgen.who().reach().phones().getFirst().number()).hasToString("+358400000106");
        }
    }

    @Test
    void excel_in_finnish_keeps_zeros_commas_and_bans() {
        var read = Read.example("excel-fi-windows-1252.csv");

        var ada = read.of("Ada Koskinen");
        assertThat(ada.firm().businessId()).hasToString("9000001-1");
        assertThat(ada.who().reach().addresses())
                .containsExactly(new Reach.PostalAddress("", "Mannerheimintie 5 B", "00100", "Helsinki", "FI"));
        assertThat(ada.extras().note()).contains("Vuosiosto €: 1234,50");
        assertThat(Numbers.parse("1234,50")).isEqualByComparingTo("1234.5");
        assertThat(read.of("Jörgen Öberg").who().marketing().isBanned()).isTrue();
        assertThat(ada.who().marketing().isBanned()).isFalse();
    }

    @Test
    void pipedrive_people_bring_several_addresses_and_their_marketing_status() {
        var read = Read.example("pipedrive-people.csv");

        // the tagged address is the same in its canonical form
        assertThat(read.of("Ada Koskinen").who().reach().emails())
                .extracting(email -> email.address().value())
                .containsExactly("ada.koskinen@koivu-kaarna.example", "ada@kotiposti.example");
        assertThat(read.of("Chen Lahti").who().marketing().isBanned()).isTrue();
        assertThat(read.of("Boris Nyström").who().marketing().status()).isEqualTo(Marketing.Status.NO_CONSENT);
        assertThat(read.of("Åsa Lindqvist").who().marketing().bounced()).isTrue();
        assertThat(read.of("Boris Nyström").extras().tags()).containsExactly("Customer", "Warm lead");
        assertThat(read.of("Boris Nyström").extras().origin())
                .isEqualTo(new Extras.Origin("Maija Myyjä", "102", LocalDate.of(2022, 2, 14)));
        assertThat(read.recognised().mapping().unmapped()).containsExactly("Person - Toimialatunnus");
        assertThat(read.recognised().mapping().of("Person - Birthday")).isEqualTo(new Target.Drop("birthday"));
    }

    @Test
    void pipedrive_organisations_are_organisations() {
        var read = Read.example("pipedrive-organisations.csv");

        assertThat(read.recognised().set()).isEqualTo(HeaderSet.PIPEDRIVE_ORGANISATIONS);
        assertThat(read.drafts()).hasSize(8).allMatch(Draft::isOrganisation);
        var saaristo = read.of("Saaristo Vene Ab").firm();
        assertThat(saaristo.businessId()).hasToString("9000004-6");
        assertThat(saaristo.details().website()).isEqualTo("https://www.saaristo-vene.example");
        assertThat(saaristo.reach().addresses())
                .containsExactly(new Reach.PostalAddress("", "Strandgatan 3", "20100", "Åbo", "FI"));
    }

    @Test
    void google_labels_addresses_and_numbers_in_both_layouts() {
        for (var file : new String[] {"google-contacts.csv", "google-contacts-2024.csv"}) {
            var ada = Read.example(file).of("Ada Koskinen");
            assertThat(ada.who().reach().emails())
                    .extracting(Reach.Email::label, email -> email.address().value())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("work", "ada.koskinen@koivu-kaarna.example"),
                            org.assertj.core.groups.Tuple.tuple("home", "ada@kotiposti.example"));
            assertThat(ada.extras().tags()).containsExactly("Asiakkaat");
            assertThat(ada.who().work()).isEqualTo(new Work("Toimitusjohtaja", "Johto", java.util.Set.of()));
        }
    }

    @Test
    void an_unsubscription_elsewhere_is_a_ban_here_and_a_cleaned_address_is_not() {
        var mailchimp = Read.example("mailchimp.csv");
        var hubspot = Read.example("hubspot.csv");

        assertThat(mailchimp.of("Boris Nyström").who().marketing())
                .isEqualTo(new Marketing(Marketing.Status.BANNED, LocalDate.of(2025, 5, 17), false));
        assertThat(mailchimp.of("Seppo Hämäläinen").who().marketing())
                .isEqualTo(new Marketing(Marketing.Status.UNSAID, null, true));
        assertThat(mailchimp.recognised().mapping().of("OPTIN_IP")).isEqualTo(new Target.Drop("location"));
        assertThat(hubspot.drafts().stream()
                        .filter(draft -> draft.who().marketing().isBanned())
                        .map(Draft::displayName))
                .containsExactly("Chen Lahti");
        assertThat(hubspot.of("Åsa Lindqvist").extras().language()).isEqualTo("sv");
    }

    @Test
    void vcards_bring_extensions_and_notes_but_no_birthdays() {
        var three = Read.example("vcard3.vcf");
        var four = Read.example("vcard4.vcf");

        assertThat(three.of("Ada Koskinen").extras().note())
                .isEqualTo("Tavattu messuilla.\nSoitetaan keväällä, aamulla.\nOther: X-SKYPE: ada.koskinen");
        assertThat(three.of("Ada Koskinen").who().reach().phones())
                .extracting(Reach.Phone::label)
                .containsExactly("work", "mobile");
        assertThat(four.of("Boris Nyström").who().reach().phones().getFirst().number())
                .hasToString("+358400000102;ext=12");
        assertThat(three.recognised().mapping().of("BDAY")).isEqualTo(new Target.Drop("birthday"));
        assertThat(three.drafts()).extracting(Draft::line).startsWith(1L, 21L);
    }

    @Test
    void line_breaks_in_cells_do_not_shift_the_lines() {
        var read = Read.example("quoted-newlines.csv");

        assertThat(read.drafts()).extracting(Draft::line).startsWith(2L, 7L, 12L);
        assertThat(read.of("Boris Nyström").extras().note())
                .startsWith("Soitettu \"maanantaina\"; palataan asiaan.\nToinen rivi, 2.");
    }

    @Test
    void rows_of_a_bought_list_without_a_person_are_organisations_with_their_common_address() {
        var read = Read.example("bought-list.csv");

        var tundra = read.of("Tundra Koulutus Oy");
        assertThat(tundra.isOrganisation()).isTrue();
        assertThat(tundra.firm().reach().emails().getFirst().address()).hasToString("info@tundra-koulutus.example");
        assertThat(read.recognised().mapping().unmapped()).containsExactly("Henkilöstöluokka", "Liikevaihtoluokka");
    }

    @Test
    void every_example_is_named_in_the_list_of_examples() throws Exception {
        var list = Files.readString(Path.of("examples/README.md"));
        try (var files = Files.list(Path.of("examples"))) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> assertThat(list).contains("`" + name + "`"));
        }
    }
}
