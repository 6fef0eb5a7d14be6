package fi.seloste.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "' Ada.Koskinen@Koivu-Kaarna.EXAMPLE ', Ada.Koskinen@koivu-kaarna.example, ada.koskinen@koivu-kaarna.example",
        "ada+uutiset@mäkelä.example, ada+uutiset@xn--mkel-load.example, ada@xn--mkel-load.example",
        "a.d.a+x@googlemail.com, a.d.a+x@googlemail.com, ada@gmail.com",
        "+ada@koivu.example, +ada@koivu.example, +ada@koivu.example"
    })
    void an_address_is_written_strictly_and_compared_canonically(String written, String strict, String canonical) {
        assertThat(EmailAddress.parse(written).value()).isEqualTo(strict);
        assertThat(EmailAddress.parse(written).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@koivu.example",
                "ada@",
                "ada@koivu",
                "a da@koivu.example",
                "ada@koivu..example",
                "ada.@koivu.example",
                "ada@127.0.0.1",
                "päivi@koivu.example",
                "ada@-koivu.example"
            })
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> EmailAddress.parse(text)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "040 000 0101, +358400000101",
        "+358 (0)40 000 0101, +358400000101",
        "00358 40 0000101, +358400000101",
        "09-4241 0101, +358942410101",
        "040 000 0101 alanumero 12, +358400000101;ext=12",
        "'tel:+358400000101', +358400000101",
        "+46 8 123 456 78, +46812345678"
    })
    void a_number_is_kept_in_e164_with_its_extension(String written, String kept) {
        assertThat(PhoneNumber.parse(written)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "soita", "040 000 0101 Ada", "3,58401E+11", "1-800-FLOWERS"})
    void what_is_no_number_is_refused(String text) {
        assertThatThrownBy(() -> PhoneNumber.parse(text)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({"1234567-1, 1234567-1", "FI12345671, 1234567-1", "12345671, 1234567-1"})
    void a_business_id_is_known_in_its_forms(String written, String kept) {
        assertThat(BusinessId.parse(written)).hasToString(kept);
    }

    @Test
    void the_old_form_of_a_business_id_gets_its_zero() {
        assertThat(BusinessId.parse("123456-2")).hasToString("0123456-2");
        assertThat(BusinessId.parse("1234567-1").vatId()).hasToString("FI12345671");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567-2", "12345", "abc", "", "1234567--1"})
    void a_business_id_that_does_not_check_is_refused(String text) {
        assertThatThrownBy(() -> BusinessId.parse(text)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FI12345671",
                "FI 1234567-1",
                "SE900000001901",
                "DE900000006",
                "EE900000003",
                "DK90000004",
                "NL123456789B01",
                "EL123456789",
                "NO900000006MVA"
            })
    void vat_numbers_of_neighbours_are_known(String text) {
        assertThat(VatId.parse(text).value()).startsWith(text.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FI12345672", "SE900000002901", "DE900000007", "EE900000004", "XX123", "12345671", ""})
    void a_vat_number_that_does_not_check_is_refused(String text) {
        assertThatThrownBy(() -> VatId.parse(text)).isInstanceOf(Problem.Invalid.class);
    }
}
