package fi.seloste.newsletters;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.consents.Agreement;
import fi.seloste.consents.Channel;
import fi.seloste.consents.Proof;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A newsletter as programs read it. Words stand by language. */
@Schema(name = "List")
record ListJson(
        UUID id,
        int version,
        String slug,
        String purpose,
        String frequency,
        boolean open,
        boolean archived,
        Map<String, WordsJson> words,
        int subscribers,
        String url) {

    static ListJson of(Topic one, int subscribers, String url) {
        var words = new TreeMap<String, WordsJson>();
        one.words().forEach((language, said) -> words.put(language, WordsJson.of(said)));
        return new ListJson(
                one.id(),
                one.version(),
                one.slug(),
                one.plan().purpose(),
                one.plan().frequency().code(),
                one.plan().open(),
                one.plan().archived(),
                words,
                subscribers,
                url);
    }

    /** In one language. */
    @Schema(name = "ListWords")
    record WordsJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable String about,
            @Nullable String wording,
            @Nullable String welcome) {

        static WordsJson of(Topic.Words words) {
            return new WordsJson(words.name(), words.about(), words.wording(), words.welcome());
        }

        Topic.Words words() {
            return new Topic.Words(shown(name), shown(about), shown(wording), shown(welcome));
        }
    }

    /** What is sent to make one. */
    @Schema(name = "NewList")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String slug,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String purpose,

            @Nullable String frequency,
            @Nullable Boolean open,
            @Nullable Boolean archived,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Map<String, @Nullable WordsJson> words) {

        String address() {
            return shown(slug);
        }

        Topic.Plan plan() {
            return new Topic.Plan(
                    shown(purpose),
                    Topic.Frequency.of(Objects.requireNonNullElse(frequency, "seldom")),
                    !Boolean.FALSE.equals(open),
                    !Boolean.FALSE.equals(archived));
        }

        Map<String, Topic.Words> spoken() {
            var spoken = new TreeMap<String, Topic.Words>();
            if (words != null) {
                words.forEach((language, said) -> {
                    if (said == null) {
                        throw Problem.invalid("words." + language, "ui.invalid.NotNull");
                    }
                    spoken.put(language, said.words());
                });
            }
            return spoken;
        }
    }

    /** Somebody who subscribes. */
    @Schema(name = "Subscriber")
    record SubscriberJson(
            UUID person, String name, @Nullable String email, Instant since, String rhythm) {

        static SubscriberJson of(Subscriber row) {
            return new SubscriberJson(
                    row.person().value(),
                    row.name(),
                    row.email(),
                    row.since(),
                    row.rhythm().code());
        }
    }

    /** Somebody to subscribe: with a proof the consent is written down, without one the address is asked by letter. */
    @Schema(name = "NewSubscriber")
    record NewSubscriber(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String email,

            @Nullable String name,
            @Nullable String language,
            @Nullable ProofJson proof) {

        SignUp.Who who(Topic topic) {
            return new SignUp.Who(shown(email), name, topic.languageFor(shown(language)), null);
        }

        Agreement.@Nullable Manner shownBy() {
            return proof == null ? null : proof.manner();
        }
    }

    /** What shows the consent, by which way it came, and when. */
    @Schema(name = "SubscriberProof")
    record ProofJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable String note,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String channel,

            @Nullable String givenAt) {

        Agreement.Manner manner() {
            var shown = new Proof(Proof.Kind.of(ListJson.shown(kind)), note);
            return new Agreement.Manner(Channel.of(ListJson.shown(channel)), shown, moment());
        }

        private @Nullable Instant moment() {
            if (givenAt == null || givenAt.isBlank()) {
                return null;
            }
            try {
                return OffsetDateTime.parse(givenAt.strip()).toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.invalid("givenAt", "newsletters.givenAt.malformed");
            }
        }
    }

    /** What became of it: subscribed, or asked by letter; the person is named only where the consent was written down. */
    @Schema(name = "Subscribing")
    record Subscribed(String state, @Nullable UUID person) {

        static Subscribed of(@Nullable PersonId person) {
            return person == null ? new Subscribed("asked", null) : new Subscribed("subscribed", person.value());
        }
    }

    private static String shown(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
