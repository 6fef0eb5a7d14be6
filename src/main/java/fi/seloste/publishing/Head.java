package fi.seloste.publishing;

import fi.seloste.notice.Notice;
import fi.seloste.notice.Version;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Tab;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands above every page of the draft: what is in force, what the draft changes, and whether it could be published. */
public record Head(
        @Nullable Version inForce,
        Draft draft,
        State state,
        @Nullable String changedBy) {

    /** How the draft stands: changes, of which material, and findings that block or advise. */
    public record State(int changes, boolean material, int breaches, int advice) {}

    private enum Part {
        CATEGORIES,
        PURPOSES,
        RECIPIENTS,
        CONTROLLER,
        TEXTS;

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Head of(Notice notice, Draft draft, Publishing.Review review, @Nullable String changedBy) {
        int breaches = (int) review.breaches().count();
        return new Head(
                notice.version().orElse(null),
                draft,
                new State(
                        review.amendments().size(),
                        review.isMaterial(),
                        breaches,
                        review.findings().size() - breaches),
                changedBy);
    }

    public int number() {
        return inForce == null ? 0 : inForce.number();
    }

    /** Somebody published since the draft was begun. */
    public boolean isOvertaken() {
        return draft.isKept() && draft.basedOn() != number();
    }

    public List<Tab> tabs(Frame ui, String here) {
        return Arrays.stream(Part.values())
                .map(part -> new Tab(
                        ui.t("publishing.part." + part.code()),
                        part == Part.CATEGORIES ? "/settings/notice" : "/settings/notice/" + part.code(),
                        part.code().equals(here)))
                .toList();
    }
}
