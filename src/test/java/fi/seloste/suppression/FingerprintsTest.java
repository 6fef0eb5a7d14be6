package fi.seloste.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints(new Keyed(Keys.passing()));

    @ParameterizedTest
    @CsvSource({
        "EMAIL, Ada.Koskinen@Jokivoima.example, ada.koskinen+news@jokivoima.example",
        "EMAIL, a.d.a@gmail.com, ADA@googlemail.com",
        "EMAIL, ada@jäätelö.example, ada@xn--jtel-loaa3k.example",
        "PHONE, 040 123 4567, +358 40 1234567",
        "NAME, Åke  Öhman, ake ohman"
    })
    void spellings_that_reach_the_same_person_share_the_canonical_print(
            Fingerprint.Kind kind, String one, String other) {
        assertThat(fingerprints.canonical(kind, one)).isEqualTo(fingerprints.canonical(kind, other));
        assertThat(fingerprints.of(kind, one).canonical()).isEqualTo(fingerprints.canonical(kind, one));
    }

    @Test
    void the_strict_print_tells_spellings_apart_and_not_the_case() {
        var plain = fingerprints.strict(Fingerprint.Kind.EMAIL, "ada@jokivoima.example");
        assertThat(fingerprints.strict(Fingerprint.Kind.EMAIL, "ADA@jokivoima.example"))
                .isEqualTo(plain);
        assertThat(fingerprints.strict(Fingerprint.Kind.EMAIL, "ada+x@jokivoima.example"))
                .isNotEqualTo(plain);
    }

    @Test
    void without_the_key_a_print_is_no_ones() {
        var elsewhere = new Fingerprints(new Keyed(Keys.passing()));
        assertThat(fingerprints.canonical(Fingerprint.Kind.EMAIL, "ada@jokivoima.example"))
                .isNotEqualTo(elsewhere.canonical(Fingerprint.Kind.EMAIL, "ada@jokivoima.example"));
    }
}
