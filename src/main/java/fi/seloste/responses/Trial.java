package fi.seloste.responses;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Content;
import fi.seloste.ui.Said;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Several subjects of one campaign are tried on a part of its readers; the others get the one that was followed most. The first subject is the
 * campaign's own, and what stands here are the others.
 */
public record Trial(UUID campaign, int version, Plan plan, Course course) {

    /** How large the part is in per cent, for how many hours the others wait, and the further subjects by language. */
    public record Plan(int share, int hours, List<Map<String, String>> subjects) {

        public static final int MOST = 4;
        private static final int LONGEST = 150;

        public Plan {
            if (share < 10 || share > 100) {
                throw Problem.invalid("share", "responses.trial.share");
            }
            if (hours < 1 || hours > 168) {
                throw Problem.invalid("hours", "responses.trial.hours");
            }
            subjects = subjects.stream()
                    .map(Plan::stripped)
                    .filter(words -> !words.isEmpty())
                    .toList();
            if (subjects.isEmpty() || subjects.size() >= MOST) {
                throw Problem.invalid("subjects", "responses.trial.few", MOST);
            }
        }

        private static Map<String, String> stripped(Map<String, String> words) {
            var kept = new TreeMap<String, String>();
            words.forEach((language, text) -> {
                if (!text.isBlank()) {
                    kept.put(language, text.strip());
                }
            });
            return Map.copyOf(kept);
        }

        /** In every language of the campaign each subject is there, fits in a line, and no two are the same. */
        void mustSuit(Content content) {
            for (var language : content.languages()) {
                var seen = new java.util.HashSet<>(List.of(content.subject(language)));
                for (var words : subjects) {
                    var text = words.getOrDefault(language, "");
                    if (text.isEmpty()) {
                        throw Problem.invalid("subjects", "responses.trial.untranslated", language);
                    }
                    mustBeSubject(text);
                    if (!seen.add(text)) {
                        throw Problem.invalid("subjects", "responses.trial.same", text);
                    }
                }
            }
            subjects.forEach(words -> new Content(content.languages(), words, Map.of(), List.of()));
        }

        List<String> words() {
            return subjects.stream().flatMap(words -> words.values().stream()).toList();
        }

        static void mustBeSubject(String text) {
            if (text.length() > LONGEST) {
                throw Problem.invalid("subjects", "responses.trial.long", LONGEST);
            }
        }
    }

    /** When it began, when it is to be decided, and which subject won by what. */
    public record Course(@Nullable Instant dueAt, @Nullable Decision decision) {

        static final Course NOT_BEGUN = new Course(null, null);
    }

    public record Decision(Instant at, int winner, By by) {}

    /** What decided. */
    public enum By {
        CLICKS,
        OPENS,
        /** Two were followed as much: the first of them goes out. */
        TIE,
        /** Nobody followed or opened any: the first goes out. */
        NOTHING;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** How it stands, once it has begun. */
    Optional<Said> told() {
        var decision = course.decision();
        var due = course.dueAt();
        if (decision != null) {
            return Optional.of(Said.of("responses.trial.by." + decision.by().code(), decision.winner(), decision.at()));
        }
        return due == null ? Optional.empty() : Optional.of(Said.of("responses.trial.waiting", due));
    }

    /** The words of a subject; the first is the campaign's own. */
    String words(Campaign of, int subject, String language) {
        return subject == 1 || plan.subjects().size() < subject - 1
                ? of.content().subject(language)
                : plan.subjects().get(subject - 2).getOrDefault(language, "");
    }

    boolean isWonBy(int subject) {
        var decision = course.decision();
        return decision != null && decision.winner() == subject;
    }

    boolean isDecided() {
        return course.decision() != null;
    }

    public boolean isBegun() {
        return course.dueAt() != null;
    }

    /** What came of one subject: how many got it, and what people did. */
    record Score(int subject, long people, long clicks, long opens) {

        /** Above zero where this one did better, in relation to how many got it. */
        private int clicksAgainst(Score other) {
            return Long.compare(clicks * other.people(), other.clicks() * people);
        }

        private int opensAgainst(Score other) {
            return Long.compare(opens * other.people(), other.opens() * people);
        }
    }

    /** By clicks of people; where these are even, by opens; where these are even too, the first. */
    static Decision decide(List<Score> scores, Instant now) {
        var tried = scores.stream().filter(one -> one.people() > 0).toList();
        if (tried.stream().allMatch(one -> one.clicks() == 0 && one.opens() == 0)) {
            return new Decision(now, 1, By.NOTHING);
        }
        var best = tried.getFirst();
        for (var one : tried) {
            int better = one.clicksAgainst(best);
            if (better > 0 || (better == 0 && one.opensAgainst(best) > 0)) {
                best = one;
            }
        }
        return new Decision(now, best.subject(), by(best, tried));
    }

    private static By by(Score best, List<Score> tried) {
        var even = tried.stream()
                .filter(one -> one != best && one.clicksAgainst(best) == 0)
                .toList();
        if (even.isEmpty()) {
            return By.CLICKS;
        }
        return even.stream().anyMatch(one -> one.opensAgainst(best) == 0) ? By.TIE : By.OPENS;
    }
}
