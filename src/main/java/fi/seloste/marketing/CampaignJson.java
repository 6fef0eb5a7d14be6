package fi.seloste.marketing;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A campaign as programs read it. Words stand by language; {@code blocks} are the same in all of them. */
@Schema(name = "Campaign")
record CampaignJson(
        UUID id,
        int version,
        String name,
        String purpose,
        @Nullable String topic,
        @Nullable UUID sender,
        String senderName,
        @Nullable String replyTo,
        @Nullable UUID segment,
        int perMinute,
        List<String> languages,
        Map<String, String> subjects,
        Map<String, String> why,
        List<BlockJson> blocks,
        String state,
        @Nullable Instant startsAt,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        List<String> removed) {

    static CampaignJson of(Campaign one) {
        return of(one, List.of());
    }

    /** {@code removed} was taken out of the words that were sent just now. */
    static CampaignJson of(Campaign one, List<String> removed) {
        var plan = one.plan();
        var content = one.content();
        return new CampaignJson(
                one.id(),
                one.version(),
                plan.name(),
                plan.purpose(),
                plan.topic(),
                plan.sender().chosen(),
                plan.sender().name(),
                plan.sender().replyTo(),
                plan.audience(),
                plan.perMinute(),
                content.languages(),
                content.subjects(),
                content.why(),
                content.blocks().stream().map(BlockJson::of).toList(),
                one.state().code(),
                one.course().startsAt(),
                one.course().begunAt(),
                one.course().endedAt(),
                removed);
    }

    /** A part of a message; a button leads to {@code url}, a picture lies there. */
    @Schema(name = "CampaignBlock")
    record BlockJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable String url,
            @Nullable Map<String, @Nullable String> words) {

        static BlockJson of(Block block) {
            return new BlockJson(block.kind().code(), block.url(), new TreeMap<>(block.words()));
        }

        private Stream<String> removed() {
            return Block.Kind.TEXT.code().equals(kind)
                    ? spoken(words).values().stream().flatMap(text -> Cleaned.of(text).removed().stream())
                    : Stream.empty();
        }

        Block block() {
            return Block.cleaned(
                    Block.Kind.of(Objects.requireNonNullElse(kind, "")),
                    Objects.requireNonNullElse(url, ""),
                    spoken(words));
        }
    }

    /** What is sent to make one. */
    @Schema(name = "NewCampaign")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String purpose,

            @Nullable String topic,
            @Nullable UUID sender,
            @Nullable String senderName,
            @Nullable String replyTo,
            @Nullable UUID segment,
            @Nullable Integer perMinute,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<@Nullable String> languages,

            @Nullable Map<String, @Nullable String> subjects,
            @Nullable Map<String, @Nullable String> why,
            @Nullable List<@Nullable BlockJson> blocks) {

        Campaign.Plan plan() {
            return new Campaign.Plan(
                    Objects.requireNonNullElse(name, ""),
                    Objects.requireNonNullElse(purpose, ""),
                    topic,
                    new Campaign.Sender(Objects.requireNonNullElse(senderName, ""), replyTo, sender),
                    segment,
                    Objects.requireNonNullElse(perMinute, 300));
        }

        Content content() {
            return new Content(
                    languages == null
                            ? List.of()
                            : languages.stream()
                                    .map(one -> Objects.requireNonNullElse(one, ""))
                                    .toList(),
                    spoken(subjects),
                    spoken(why),
                    blocks == null
                            ? List.of()
                            : blocks.stream().map(Wanted::block).toList());
        }

        /** What a mail must not hold, of all that was sent. */
        List<String> removed() {
            return blocks == null
                    ? List.of()
                    : blocks.stream()
                            .filter(Objects::nonNull)
                            .flatMap(BlockJson::removed)
                            .distinct()
                            .sorted()
                            .toList();
        }

        private static Block block(@Nullable BlockJson block) {
            if (block == null) {
                throw Problem.invalid("blocks", "ui.invalid.NotNull");
            }
            return block.block();
        }
    }

    /** When it is to leave; now where nothing is said. */
    @Schema(name = "CampaignSending")
    record Start(@Nullable String startsAt) {

        @Nullable
        Instant moment() {
            if (startsAt == null || startsAt.isBlank()) {
                return null;
            }
            try {
                return OffsetDateTime.parse(startsAt.strip()).toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.invalid("startsAt", "marketing.campaign.startsAt");
            }
        }
    }

    private static Map<String, String> spoken(@Nullable Map<String, @Nullable String> words) {
        var kept = new TreeMap<String, String>();
        if (words != null) {
            words.forEach((language, text) -> kept.put(language, Objects.requireNonNullElse(text, "")));
        }
        return kept;
    }
}
