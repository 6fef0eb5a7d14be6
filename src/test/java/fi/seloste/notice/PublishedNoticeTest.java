package fi.seloste.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.base.Sentence;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedNoticeTest {

    private final Declaration declaration = DeclarationReader.shipped("default");

    @Test
    void the_right_to_object_stands_apart_at_the_top() {
        var top = PublishedNotice.in(Locale.ENGLISH, declaration).top();
        assertThat(top.objection().text()).contains("ban at any time", "object");
        assertThat(top.summary()).hasSizeBetween(3, 6);
    }

    @Test
    void every_statement_says_whether_the_system_keeps_it_or_who_vouches_for_it() {
        var page = PublishedNotice.in(Locale.ENGLISH, declaration);
        assertThat(page.what().purposes()).allMatch(row -> row.mark().enforced());
        assertThat(page.what().categories()).allMatch(row -> row.mark().enforced());
        assertThat(page.what().recipients()).noneMatch(row -> row.mark().enforced());
        assertThat(page.who().mark().words()).contains("the data protection officer", "20 November 2026");
    }

    @Test
    void the_page_shows_objection_before_purposes_and_every_statement_with_its_mark() {
        for (var language : Sentence.LANGUAGES) {
            var page = PublishedNotice.in(language, declaration);
            var out = new StringOutput();
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "fi.seloste.pages")
                    .render("notice/body.jte", Map.of("page", page), out);
            var html = out.toString();
            assertThat(html.indexOf("id=\"objection\"")).isPositive().isLessThan(html.indexOf("id=\"purposes\""));
            assertThat(html).doesNotContain("style=", "onclick", "<script", "notice.page");
            declaration
                    .processing()
                    .categories()
                    .keySet()
                    .forEach(id -> assertThat(html).contains("id=\"category-" + id + "\""));
            assertThat(html.split("class=\"kept-by\"", -1)).hasSizeGreaterThan(40);
        }
    }

    @Test
    void articles_are_cited_as_each_language_cites_them() {
        var law = Finding.Law.gdpr("13(2)(f)").words();
        assertThat(law.in(Locale.ENGLISH)).isEqualTo("GDPR Art. 13(2)(f)");
        assertThat(law.in(Locale.of("fi"))).isEqualTo("tietosuoja-asetuksen 13 artiklan 2 kohdan f alakohta");
        assertThat(law.in(Locale.of("sv"))).isEqualTo("dataskyddsförordningen artikel 13.2 f");
    }

    @Test
    void only_recipients_in_use_are_named() {
        var names = PublishedNotice.in(Locale.ENGLISH, declaration).what().recipients().stream()
                .map(PublicPage.RecipientRow::name)
                .toList();
        assertThat(names).contains("data centre", "authorities").doesNotContain("Pipedrive", "Google Workspace");
        var connected = ShippedNoticeTest.read(ShippedNoticeTest.text("default")
                .replace(
                        "role: processor\n    use: off\n    name: Google Workspace",
                        "role: processor\n    use: on\n    name: Google Workspace"));
        var row = PublishedNotice.in(Locale.ENGLISH, connected).what().recipients().stream()
                .filter(one -> one.name().equals("Google Workspace"))
                .findFirst()
                .orElseThrow();
        assertThat(row.where().country()).isEqualTo("United States");
        assertThat(row.where().transfer()).contains("Art. 45");
        assertThat(Lint.of(connected)).extracting(Finding::id).containsExactly("agreementMissing");
    }

    @Test
    void no_text_is_left_untranslated_or_empty() {
        for (var language : Sentence.LANGUAGES) {
            var page = PublishedNotice.in(language, declaration).toString();
            assertThat(page).doesNotContain("notice.").doesNotContain("{0}");
        }
        assertThat(PublishedNotice.in(Locale.of("fi"), declaration).toString())
                .doesNotContain("the data protection officer");
        assertThat(PublishedNotice.in(Locale.of("sv"), declaration).toString()).doesNotContain("tietosuojavastaava,");
    }

    @Test
    void the_record_of_processing_has_all_that_article_30_asks_for_each_purpose() {
        for (var language : Sentence.LANGUAGES) {
            var record = RecordOfProcessing.of(declaration, language);
            assertThat(record.rows())
                    .hasSameSizeAs(declaration.processing().purposes().keySet());
            assertThat(record.rows()).allSatisfy(row -> {
                assertThat(row.purpose()).isNotBlank();
                assertThat(row.about().groups()).isNotBlank();
                assertThat(row.about().data()).isNotBlank();
                assertThat(row.about().kept()).isNotBlank();
                assertThat(row.given().recipients()).isNotBlank();
                assertThat(row.given().transfers()).isNotBlank();
                assertThat(row.security()).isNotBlank();
            });
            assertThat(record.csv(language).lines().count())
                    .isEqualTo(record.rows().size() + 1);
            assertThat(record.csv(language).lines().skip(1))
                    .as("each row says whose it is, and as of when")
                    .allSatisfy(line -> assertThat(line)
                            .contains("9000013-4", "tietosuoja@halytin.example", "+358 14 000 0101", "2026"));
        }
    }

    @Test
    void the_record_says_the_rule_for_everybody_beside_that_of_the_purpose() {
        var row = RecordOfProcessing.of(declaration, Locale.ENGLISH).rows().getFirst();
        assertThat(row.about().kept())
                .contains("Contact information: 24 months from the person’s own last act")
                .contains("Customer relations and communication: 12 months from the end of the customer relationship");
        assertThat(row.given().recipients()).isEqualTo("none");
    }

    @Test
    void linked_data_of_the_record_tells_of_the_measures_too() {
        assertThat(NoticeJson.pretty(LinkedData.ofRecord(declaration)))
                .contains("dpv:hasTechnicalOrganisationalMeasure", "Connections are encrypted", "running the server");
    }

    @Test
    void linked_data_is_written_only_in_terms_of_the_vocabulary_we_keep() {
        for (var document : List.of(LinkedData.ofNotice(declaration), LinkedData.ofRecord(declaration))) {
            var terms = new ArrayList<String>();
            collect(document.get("@graph"), terms);
            assertThat(terms)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(term -> assertThat(Terms.known()).contains(term));
            assertThat(NoticeJson.pretty(document)).contains("eu-gdpr:A6-1-f-controller", "P24M", "9000013-4");
        }
    }

    private static void collect(Object value, List<String> terms) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    collect(key, terms);
                    collect(inner, terms);
                });
            case List<?> list -> list.forEach(inner -> collect(inner, terms));
            case String text -> {
                if (text.matches("(dpv|pd|eu-gdpr):.*")) {
                    terms.add(text);
                }
            }
            default -> {
                // words are not terms
            }
        }
    }

    @Test
    void json_leaves_no_java_names() {
        var json = NoticeJson.pretty(NoticeJson.of(declaration));
        assertThat(json)
                .contains("\"legitimate-interests\"", "\"P24M\"", "\"marketing-objection\"")
                .doesNotContain("LEGITIMATE_INTERESTS");
    }
}
