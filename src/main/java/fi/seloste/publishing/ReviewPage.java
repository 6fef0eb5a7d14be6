package fi.seloste.publishing;

import fi.seloste.notice.Amendment;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Finding;
import fi.seloste.notice.VersionsPage;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;

/** Before a publication: what the law still wants, what changes in words, and who must be told. */
public record ReviewPage(Head head, List<Lack> breaches, List<Lack> advice, Changes changes, Errors errors)
        implements View {

    public record Lack(String article, String sentence, String remedy) {}

    /** {@code concerned} are the groups that must be told of the material ones, by name. */
    public record Changes(List<Change> material, List<Change> minor, String concerned) {

        public boolean isEmpty() {
            return material.isEmpty() && minor.isEmpty();
        }
    }

    public record Change(String kind, String label, String before, String after) {}

    static ReviewPage of(Head head, Publishing.Review review, Declaration declaration, Locale language) {
        return new ReviewPage(
                head,
                review.breaches().map(one -> lack(one, language)).toList(),
                review.findings().stream()
                        .filter(one -> one.severity() != Finding.Severity.BREACH)
                        .map(one -> lack(one, language))
                        .toList(),
                new Changes(
                        review.amendments().stream()
                                .filter(Amendment::material)
                                .map(one -> change(one, language))
                                .toList(),
                        review.amendments().stream()
                                .filter(one -> !one.material())
                                .map(one -> change(one, language))
                                .toList(),
                        VersionsPage.concerned(review.amendments(), declaration, language)),
                Errors.none());
    }

    private static Lack lack(Finding one, Locale language) {
        return new Lack(
                one.law().words().in(language),
                one.sentence().in(language),
                one.remedy().in(language));
    }

    private static Change change(Amendment one, Locale language) {
        return new Change(
                one.kind().code(),
                one.label().in(language),
                one.values().before().map(value -> value.in(language)).orElse(""),
                one.values().after().map(value -> value.in(language)).orElse(""));
    }

    ReviewPage wrong(Errors wrong) {
        return new ReviewPage(head, breaches, advice, changes, wrong);
    }

    public boolean isBlocked() {
        return !breaches.isEmpty() || changes.isEmpty() || head.isOvertaken();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
