package fi.seloste.marketing;

import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audience as programs read it: {@code groups} of conditions, joined by {@code match}; none of them is everybody. */
@Schema(name = "Segment")
record SegmentJson(UUID id, int version, String name, String match, List<GroupJson> groups, Instant changedAt) {

    static SegmentJson of(Audience one) {
        return new SegmentJson(
                one.id(),
                one.version(),
                one.name(),
                one.criteria().match().code(),
                one.criteria().groups().stream().map(GroupJson::of).toList(),
                one.changedAt());
    }

    /** Conditions that belong together; {@code not} turns them round. */
    @Schema(name = "SegmentGroup")
    record GroupJson(
            @Nullable String match,
            @Nullable Boolean not,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<ConditionJson> conditions) {

        static GroupJson of(Criteria.Group group) {
            return new GroupJson(
                    group.match().code(),
                    group.not(),
                    group.conditions().stream().map(ConditionJson::of).toList());
        }

        Criteria.Group group() {
            return new Criteria.Group(
                    Criteria.Match.of("match", Objects.requireNonNullElse(match, "all")),
                    Boolean.TRUE.equals(not),
                    present("conditions", conditions).stream()
                            .map(one -> present("conditions", one).condition())
                            .toList());
        }
    }

    /** One thing that is so of a person. */
    @Schema(name = "SegmentCondition")
    record ConditionJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String field,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String value) {

        static ConditionJson of(Criteria.Condition one) {
            return new ConditionJson(one.field(), one.value());
        }

        Criteria.Condition condition() {
            return new Criteria.Condition(Objects.requireNonNullElse(field, ""), Objects.requireNonNullElse(value, ""));
        }
    }

    /** What is sent to make one. */
    @Schema(name = "NewSegment")
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String name,

            @Nullable String match,
            @Nullable List<GroupJson> groups) {

        Criteria criteria() {
            return new Criteria(
                    Criteria.Match.of("match", Objects.requireNonNullElse(match, "all")),
                    Objects.requireNonNullElse(groups, List.<GroupJson>of()).stream()
                            .map(one -> present("groups", one).group())
                            .toList());
        }
    }

    /** All that can be asked of people. */
    @Schema(name = "SegmentQuestions")
    record QuestionsJson(List<QuestionJson> items) {

        static QuestionsJson of(List<Questions.Asked> asked) {
            return new QuestionsJson(asked.stream().map(QuestionJson::of).toList());
        }
    }

    /** One thing that can be asked: of which category of the notice the answer is, and why the notice in force withholds it, if it does. */
    @Schema(name = "SegmentQuestion")
    record QuestionJson(
            String field,
            String form,
            String category,
            @Nullable String withheld) {

        static QuestionJson of(Questions.Asked asked) {
            var why = asked.withheld();
            return new QuestionJson(
                    asked.question().code(),
                    asked.question().form().name().toLowerCase(Locale.ROOT),
                    asked.question().category(),
                    why == null ? null : why.key().substring(why.key().lastIndexOf('.') + 1));
        }
    }

    /** How many fit whom marketing sees. */
    @Schema(name = "SegmentCount")
    record CountJson(int people) {}

    /** Whom it reaches now: {@code people} fit, {@code reached} of them would get a message, the others are {@code excluded} by reason. */
    @Schema(name = "SegmentReach")
    record ReachJson(int people, int reached, List<ExcludedJson> excluded) {

        static ReachJson of(Targeting.Reach reach) {
            return new ReachJson(reach.people(), reach.reached(), ExcludedJson.of(reach.excluded()));
        }
    }

    /** So many people, for this reason. */
    @Schema(name = "Excluded")
    record ExcludedJson(String reason, int people) {

        static List<ExcludedJson> of(List<Excluded> excluded) {
            return excluded.stream()
                    .map(one -> new ExcludedJson(one.reason(), one.people()))
                    .toList();
        }
    }

    /** A person whom marketing sees; {@code reason} says why no message would come, and is null where one would. */
    @Schema(name = "SegmentMember")
    record MemberJson(UUID id, String name, @Nullable String reason) {

        static MemberJson of(Member one) {
            return new MemberJson(one.id().value(), one.name(), one.reason().isEmpty() ? null : one.reason());
        }
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "ui.invalid.NotNull");
        }
        return value;
    }
}
