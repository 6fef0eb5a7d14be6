package fi.seloste.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.seloste.base.Worded;
import fi.seloste.notice.Amendment;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Finding;
import fi.seloste.notice.Flaw;
import fi.seloste.notice.NoticeJson;
import fi.seloste.notice.RecordOfProcessing;
import fi.seloste.notice.Version;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A published version of the notice as the API tells it, and beside it drafts, findings and differences. */
@Schema(name = "NoticeVersion")
record VersionJson(
        int number,
        Instant publishedAt,
        LocalDate effectiveOn,
        String note,
        boolean material,
        int advice,
        String sha256) {

    static VersionJson of(Version version) {
        return new VersionJson(
                version.number(),
                version.published().at(),
                version.published().effectiveOn(),
                version.judged().note(),
                version.judged().material(),
                version.judged().findings(),
                version.judged().sha256());
    }

    /** The declaration by its own words, and the version that it is; none before the first publication. */
    @Schema(name = "Notice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            String sha256,

            @Schema(implementation = Declaration.class) Map<String, Object> notice,

            @Nullable VersionJson version) {

        static Whole of(@Nullable Version version, Declaration declaration) {
            return new Whole(
                    NoticeJson.sha256(declaration),
                    NoticeJson.of(declaration),
                    version == null ? null : VersionJson.of(version));
        }
    }

    /** What the law misses, and what to write. */
    @Schema(name = "Finding")
    record Found(String id, String severity, String article, String path, String sentence, String remedy) {

        static List<Found> of(List<Finding> findings, Locale language) {
            return findings.stream()
                    .map(finding -> new Found(
                            finding.id(),
                            finding.severity().code(),
                            finding.law().words().in(language),
                            finding.path(),
                            finding.sentence().in(language),
                            finding.remedy().in(language)))
                    .toList();
        }
    }

    /** What keeps a text from being read as a declaration. */
    @Schema(name = "Flaw")
    record Unreadable(int line, int column, String path, String sentence, String remedy) {

        static List<Unreadable> of(List<Flaw> flaws, Locale language) {
            return flaws.stream()
                    .map(flaw -> new Unreadable(
                            flaw.place().line(),
                            flaw.place().column(),
                            flaw.place().path(),
                            flaw.sentence().in(language),
                            flaw.remedy().in(language)))
                    .toList();
        }
    }

    /** What an examination says; flaws where the text cannot be read at all. */
    @Schema(name = "Examination")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Examined(List<Found> items, @Nullable List<Unreadable> flaws) {}

    @Schema(name = "NoticeChange")
    record Change(String path, String kind, String sentence, boolean material, Set<String> groups) {

        static List<Change> of(List<Amendment> amendments, Locale language) {
            return amendments.stream()
                    .map(one -> new Change(
                            one.path(), one.kind().code(), worded(one, language), one.material(), one.groups()))
                    .toList();
        }

        private static String worded(Worded words, Locale language) {
            return words.in(language);
        }
    }

    @Schema(name = "NoticeChanges")
    record Changes(boolean material, List<Change> changes) {

        static Changes of(List<Amendment> amendments, Locale language) {
            return new Changes(amendments.stream().anyMatch(Amendment::material), Change.of(amendments, language));
        }
    }

    @Schema(name = "NoticeDraft")
    record Drafted(
            String declaration,
            int basedOn,
            int version,
            List<Found> findings,
            boolean material,
            List<Change> changes) {

        static Drafted of(Draft draft, Publishing.Review review, Locale language) {
            var changes = Changes.of(review.amendments(), language);
            return new Drafted(
                    draft.text(),
                    draft.basedOn(),
                    draft.version(),
                    Found.of(review.findings(), language),
                    changes.material(),
                    changes.changes());
        }
    }

    /** GDPR Art. 30(1). */
    @Schema(name = "RecordOfProcessing")
    record Recorded(RecordOfProcessing.Head controller, List<RecordOfProcessing.Row> activities) {

        static Recorded of(RecordOfProcessing record) {
            return new Recorded(record.head(), record.rows());
        }
    }

    /** What is kept, table by table, and what becomes of it. */
    @Schema(name = "DataMap")
    record Mapped(List<Consequences.TableJson> items, List<Consequences.Line> consequences) {}
}
