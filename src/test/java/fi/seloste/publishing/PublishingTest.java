package fi.seloste.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.evidence.Evidence;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A notice is edited, published and kept to; all of it or none of it. */
@DatabaseTest
class PublishingTest {

    static final Actor HELMI = new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Virtanen");

    @Autowired
    Notice notice;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    Evidence evidence;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theShippedNoticeIsInForce() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
    }

    @Test
    @Policy("N1")
    void before_anything_is_published_the_shipped_notice_holds() {
        assertThat(notice.version()).isEmpty();
        assertThat(notice.inForce()).isEqualTo(DeclarationReader.shipped("default"));
        assertThat(drafting.draft().isKept()).isFalse();
    }

    @Test
    @Policy("N2")
    void a_changed_figure_is_in_force_once_it_is_published_and_not_before() {
        drafting.change(
                0, sheet -> sheet.set("P36M", "categories", "contact-information", "retention", "period"), HELMI);
        assertThat(kept()).isEqualTo(Period.ofMonths(24));

        var version = publishing.publish(drafting.draft(), "Three years", HELMI);

        assertThat(version.number()).isEqualTo(1);
        assertThat(kept()).isEqualTo(Period.ofMonths(36));
        assertThat(notice.version().orElseThrow().judged().note()).isEqualTo("Three years");
        assertThat(drafting.draft().isKept()).isFalse();
        assertThat(evidence.newest(10)).anyMatch(line -> line.act().equals("notice-published"));
    }

    @Test
    @Policy("N3")
    void past_versions_stay_as_they_were_written() {
        change("P36M");
        var text = notice.text();
        change("P48M");

        assertThat(notice.versions()).extracting(one -> one.number()).containsExactly(2, 1);
        assertThat(notice.textOf(notice.version(1))).isEqualTo(text).contains("period: P36M");
        assertThat(notice.version(2).judged().material()).as("longer keeping").isTrue();
        assertThatThrownBy(() -> notice.version(3)).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    @Policy("N5")
    void a_category_taken_from_marketing_is_refused_to_its_login_from_then_on() {
        assertThat(purposes.as(Purpose.MARKETING, this::names)).isEmpty();
        drafting.change(
                0,
                sheet -> sheet.set(
                        List.of(
                                "customer-relations",
                                "customer-support",
                                "contract-management",
                                "invoicing",
                                "collections"),
                        "categories",
                        "contact-information",
                        "purposes"),
                HELMI);

        publishing.publish(drafting.draft(), "", HELMI);

        assertThatThrownBy(() -> purposes.as(Purpose.MARKETING, this::names))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(purposes.as(Purpose.CUSTOMER, this::names)).isEmpty();
        assertThat(compiler.drift(declared)).isEmpty();
    }

    @Test
    @Policy("N7")
    void a_notice_that_breaks_the_law_is_not_published_and_the_article_is_named() {
        drafting.change(0, sheet -> sheet.remove("controller", "authority"), HELMI);

        assertThatThrownBy(() -> publishing.publish(drafting.draft(), "", HELMI))
                .isInstanceOfSatisfying(Problem.Invalid.class, problem -> {
                    assertThat(problem.key()).isEqualTo("publishing.breach");
                    assertThat(problem.field()).isEqualTo("controller.authority");
                });
        assertThat(notice.versions()).isEmpty();
    }

    @Test
    @Policy("N4")
    void when_a_grant_fails_nothing_is_published() {
        drafting.change(
                0,
                sheet -> sheet.set(List.of("customer-relations"), "categories", "relationship-notes", "purposes"),
                HELMI);
        drafting.change(
                1,
                sheet -> sheet.set(List.of("customer-support"), "categories", "contact-information", "purposes"),
                HELMI);
        owner("alter table register.person rename column job_title to post");
        try {
            assertThatThrownBy(() -> publishing.publish(drafting.draft(), "", HELMI))
                    .isInstanceOf(DataAccessException.class);
        } finally {
            owner("alter table register.person rename column post to job_title");
        }

        assertThat(notice.version()).isEmpty();
        assertThat(drafting.draft().isKept()).isTrue();
        assertThat(compiler.drift(declared)).isEmpty();
    }

    @Test
    void nothing_is_published_when_nothing_changed() {
        assertThatThrownBy(() -> publishing.publish(drafting.draft(), "", HELMI))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.key()).isEqualTo("publishing.unchanged"));
    }

    @Test
    @Policy("N9")
    void a_draft_that_somebody_overtook_is_not_published_over_the_newer_notice() {
        drafting.change(
                0, sheet -> sheet.set("P36M", "categories", "contact-information", "retention", "period"), HELMI);
        var old = drafting.draft();
        publishing.publish(old, "", HELMI);

        assertThatThrownBy(() -> publishing.publish(old, "", HELMI))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.key()).isEqualTo("publishing.overtaken"));
    }

    @Test
    @Policy("N9")
    void of_two_who_edit_the_second_is_told() {
        drafting.change(
                0, sheet -> sheet.set("P36M", "categories", "contact-information", "retention", "period"), HELMI);

        assertThatThrownBy(() ->
                        drafting.change(0, sheet -> sheet.set("info@other.example", "controller", "email"), HELMI))
                .isInstanceOfSatisfying(
                        Problem.Conflict.class,
                        problem -> assertThat(problem.key()).isEqualTo("publishing.draft.changed"));
    }

    private void change(String period) {
        drafting.change(
                null, sheet -> sheet.set(period, "categories", "contact-information", "retention", "period"), HELMI);
        publishing.publish(drafting.draft(), "", HELMI);
    }

    private Period kept() {
        return notice.inForce()
                .category("contact-information")
                .flatMap(one -> one.retention().general())
                .orElseThrow()
                .period();
    }

    private List<String> names() {
        return jdbc.sql("select name from register.person").query(String.class).list();
    }

    private void owner(String sql) {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql(sql).update();
        });
    }
}
