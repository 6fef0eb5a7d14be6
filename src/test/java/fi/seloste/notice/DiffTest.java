package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Sentence;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static final String TEXT = ShippedNoticeTest.text("default");

    @Test
    void a_notice_does_not_differ_from_itself() {
        assertThat(changed("", "")).isEmpty();
    }

    @Test
    void keeping_longer_is_material_and_those_it_concerns_are_named() {
        var amendment = only(changed("period: P24M", "period: P36M").stream()
                .filter(one -> one.path().startsWith("categories.contact-information"))
                .toList());
        assertThat(amendment.material()).isTrue();
        assertThat(amendment.groups()).containsExactly("customer-contacts", "main-users", "prospect-contacts");
        assertThat(amendment.in(Locale.ENGLISH)).contains("Categories of data", "24 months", "3 years");
    }

    @Test
    void of_a_list_only_what_comes_or_goes_is_said_and_by_its_name() {
        var amendment = only(
                changed(
                        "purposes: [customer-support]\n    sources: [email, own-form, phone, service-use]",
                        "purposes: [customer-support, customer-relations]\n    sources: [email, own-form, phone, service-use]"));
        assertThat(amendment.material()).isTrue();
        assertThat(amendment.in(Locale.ENGLISH))
                .startsWith("New: Categories of data")
                .endsWith("Used for: Customer relations and communication");
    }

    @Test
    void keeping_shorter_is_not_material() {
        assertThat(changed("period: P24M", "period: P12M")).isNotEmpty().noneMatch(Amendment::material);
    }

    @Test
    void a_better_wording_or_another_telephone_number_is_not_material() {
        assertThat(changed("Ratkaisemme tukipyyntöjä", "Selvitämme tukipyyntöjä"))
                .hasSize(1)
                .noneMatch(Amendment::material);
        assertThat(changed("phone: +358 14 000 0100", "phone: +358 14 000 0199"))
                .hasSize(1)
                .noneMatch(Amendment::material);
    }

    @Test
    void another_basis_and_another_controller_are_material() {
        assertThat(changed(
                        "basis: consent\n    name: { fi: Uutiskirjeet",
                        "basis: legitimate-interests\n    name: { fi: Uutiskirjeet"))
                .singleElement()
                .matches(Amendment::material);
        assertThat(changed("  name: Hälytin Oy\n", "  name: Hälytys Oy\n"))
                .singleElement()
                .matches(Amendment::material)
                .satisfies(one -> assertThat(one.groups()).contains("site-visitors", "customer-contacts"));
    }

    @Test
    void a_recipient_taken_into_use_is_material_for_the_people_in_its_categories() {
        var amendment = only(changed("use: off\n    name: Trustmary", "use: on\n    name: Trustmary"));
        assertThat(amendment.material()).isTrue();
        assertThat(amendment.groups()).containsExactly("reference-persons");
    }

    @Test
    void a_purpose_that_comes_is_one_amendment_in_words() {
        var added = TEXT.replace("# The ids are", """
                  surveys:
                    uses: [customer]
                    basis: consent
                    name: { fi: Kyselyt, sv: Enkäter, en: Surveys }
                    text: { fi: Kysymme mielipidettä., sv: Vi ber om en åsikt., en: We ask for opinions. }
                # The ids are""".stripIndent());
        var amendment = only(Diff.between(ShippedNoticeTest.read(TEXT), ShippedNoticeTest.read(added)));
        assertThat(amendment.kind()).isEqualTo(Amendment.Kind.ADDED);
        assertThat(amendment.material()).isTrue();
        assertThat(amendment.in(Locale.of("fi"))).contains("Uusi", "Kyselyt");
        var back = only(Diff.between(ShippedNoticeTest.read(added), ShippedNoticeTest.read(TEXT)));
        assertThat(back.kind()).isEqualTo(Amendment.Kind.REMOVED);
    }

    @Test
    void every_amendment_between_two_very_different_notices_can_be_said() {
        var amendments = Diff.between(DeclarationReader.shipped("example-2023"), DeclarationReader.shipped("default"));
        assertThat(amendments).hasSizeGreaterThan(40);
        assertThat(amendments)
                .allSatisfy(one -> Sentence.LANGUAGES.forEach(
                        language -> assertThat(one.in(language)).isNotBlank().doesNotContain("notice.")));
    }

    private static List<Amendment> changed(String right, String wrong) {
        assertThat(TEXT).contains(right);
        return Diff.between(ShippedNoticeTest.read(TEXT), ShippedNoticeTest.read(first(right, wrong)));
    }

    private static String first(String right, String wrong) {
        int at = TEXT.indexOf(right);
        return TEXT.substring(0, at) + wrong + TEXT.substring(at + right.length());
    }

    private static Amendment only(List<Amendment> amendments) {
        assertThat(amendments).hasSize(1);
        return amendments.getFirst();
    }
}
