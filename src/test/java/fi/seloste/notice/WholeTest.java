package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was once a part of another category, under a notice that tells them apart and under one that does not. */
class WholeTest {

    private final Declaration today = DeclarationReader.shipped("default");
    private final Declaration before = ShippedNoticeTest.read(
            Untold.tags(Sheet.of(DeclarationReader.shippedText())).text());

    @Test
    void a_notice_that_tells_tags_apart_lets_marketing_read_them_and_no_note() {
        assertThat(today.readersOf("contact-tags")).containsExactly(Purpose.CUSTOMER, Purpose.MARKETING);
        assertThat(today.readersOf("relationship-notes")).containsExactly(Purpose.CUSTOMER);
        assertThat(today.tellsApart("contact-tags")).isTrue();
        assertThat(today.coveredBy("relationship-notes")).containsExactly("relationship-notes");
    }

    @Test
    void one_that_does_not_says_of_tags_what_it_says_of_notes() {
        assertThat(before.category("contact-tags")).isEmpty();
        assertThat(before.covering("contact-tags")).isEqualTo(before.category("relationship-notes"));
        assertThat(before.readersOf("contact-tags")).containsExactly(Purpose.CUSTOMER);
        assertThat(before.tellsApart("contact-tags")).isFalse();
        assertThat(before.tellsApart("contact-information")).isTrue();
        assertThat(before.coveredBy("relationship-notes")).containsExactly("contact-tags", "relationship-notes");
    }

    @Test
    void what_no_notice_ever_knew_is_nothing() {
        assertThat(before.covering("unheard-of")).isEmpty();
        assertThat(before.readersOf("unheard-of")).isEmpty();
    }

    @Test
    void what_is_decided_of_the_whole_holds_for_its_parts_and_not_the_other_way() {
        assertThat(Whole.withParts(List.of("relationship-notes", "files")))
                .containsExactlyInAnyOrder("relationship-notes", "files", "contact-tags");
        assertThat(Whole.withParts(Set.of("contact-tags"))).containsExactly("contact-tags");
    }

    @Test
    void what_is_taken_over_from_the_shipped_notice_speaks_the_languages_of_the_notice() {
        var english = Sheet.of("languages: [en]\ncategories: {}\n")
                .take(Sheet.of(DeclarationReader.shippedText()), List.of("en"), "categories", "contact-tags")
                .text();
        assertThat(english)
                .contains("Tags", "grows old with the contact", "anchor: own-act")
                .doesNotContain("Tunnisteet", "sv:");
    }
}
