package fi.seloste.flows;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step as programs read it: its kind says which of the fields have a value. */
@Schema(name = "FlowStep")
record FlowStepJson(
        UUID id,
        String kind,
        int people,
        @Nullable Integer days,
        @Nullable Integer hours,
        @Nullable Boolean working,
        @Nullable UUID campaign,
        @Nullable UUID segment,
        @Nullable UUID mail,
        @Nullable String answer,
        @Nullable String text,
        @Nullable UUID owner,
        @Nullable List<FlowStepJson> yes,
        @Nullable List<FlowStepJson> no) {

    static List<FlowStepJson> of(List<Step> steps, Map<UUID, Integer> standing) {
        return steps.stream().map(step -> of(step, standing)).toList();
    }

    private static FlowStepJson of(Step step, Map<UUID, Integer> standing) {
        int people = standing.getOrDefault(step.id(), 0);
        return switch (step) {
            case Step.Wait one -> timed(one, people, one.days(), one.hours(), one.working());
            case Step.Mail one -> plain(one, people, one.campaign());
            case Step.Stop one -> plain(one, people, null);
            case Step.Condition one ->
                new FlowStepJson(
                        one.id(),
                        one.code(),
                        people,
                        null,
                        null,
                        null,
                        null,
                        one.audience(),
                        one.mail(),
                        one.answer(),
                        null,
                        null,
                        of(one.yes(), standing),
                        of(one.no(), standing));
            case Step.Task one ->
                new FlowStepJson(
                        one.id(),
                        one.code(),
                        people,
                        one.days(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        one.text(),
                        one.owner(),
                        null,
                        null);
        };
    }

    private static FlowStepJson timed(Step step, int people, int days, int hours, boolean working) {
        return new FlowStepJson(
                step.id(), step.code(), people, days, hours, working, null, null, null, null, null, null, null, null);
    }

    private static FlowStepJson plain(Step step, int people, @Nullable UUID campaign) {
        return new FlowStepJson(
                step.id(), step.code(), people, null, null, null, campaign, null, null, null, null, null, null, null);
    }
}
