package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step as a program draws it. A mail brings its words; a condition names an audience, or a mail that stands before it, by its name. */
@Schema(name = "NewFlowStep")
record WantedStepJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String kind,

        @Nullable Integer days,
        @Nullable Integer hours,
        @Nullable Boolean working,
        @Nullable String name,
        @Nullable Map<String, @Nullable String> subjects,
        @Nullable Map<String, @Nullable String> why,
        @Nullable List<@Nullable BlockJson> blocks,
        @Nullable UUID segment,
        @Nullable String mail,
        @Nullable String answer,
        @Nullable List<@Nullable WantedStepJson> yes,
        @Nullable List<@Nullable WantedStepJson> no,
        @Nullable String text,
        @Nullable UUID owner) {

    private static final int DEEPEST = 4;

    /** A part of a mail, the same in every language but for its words. */
    @Schema(name = "FlowBlock")
    record BlockJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String kind,

            @Nullable String url,
            @Nullable Map<String, @Nullable String> words) {

        Block block() {
            return Block.cleaned(
                    Block.Kind.of(Objects.requireNonNullElse(kind, "")),
                    Objects.requireNonNullElse(url, ""),
                    spoken(words));
        }
    }

    /** Makes the steps of one flow, and with them the campaigns of its mails. */
    static final class Drawer {

        private final Redrawing redrawing;
        private final Flow flow;
        private final Actor actor;
        private final Map<String, UUID> named = new HashMap<>();

        Drawer(Redrawing redrawing, Flow flow, Actor actor) {
            this.redrawing = redrawing;
            this.flow = flow;
            this.actor = actor;
        }

        Drawing drawn(@Nullable List<@Nullable WantedStepJson> steps) {
            return new Drawing(steps(steps, 0));
        }

        private List<Step> steps(@Nullable List<@Nullable WantedStepJson> steps, int depth) {
            if (depth > DEEPEST) {
                throw Problem.invalid("steps", "flows.steps.deep", DEEPEST - 1);
            }
            return steps == null
                    ? List.of()
                    : steps.stream().map(step -> step(step, depth)).toList();
        }

        private Step step(@Nullable WantedStepJson step, int depth) {
            if (step == null) {
                throw Problem.invalid("steps", "ui.invalid.NotNull");
            }
            var id = Ids.next();
            return switch (Objects.requireNonNullElse(step.kind(), "")) {
                case "wait" ->
                    new Step.Wait(id, number(step.days()), number(step.hours()), Boolean.TRUE.equals(step.working()));
                case "mail" -> mail(id, step);
                case "condition" ->
                    new Step.Condition(
                            id,
                            step.segment(),
                            asked(step.mail()),
                            step.answer(),
                            steps(step.yes(), depth + 1),
                            steps(step.no(), depth + 1));
                case "task" ->
                    new Step.Task(id, Objects.requireNonNullElse(step.text(), ""), number(step.days()), step.owner());
                case "stop" -> new Step.Stop(id);
                default ->
                    throw Problem.invalid("kind", "flows.step.unknown", Shortened.of(String.valueOf(step.kind())));
            };
        }

        private static int number(@Nullable Integer given) {
            return given == null ? 0 : given;
        }

        private Step.Mail mail(UUID id, WantedStepJson step) {
            var name = Objects.requireNonNullElse(step.name(), "");
            var blocks = step.blocks() == null
                    ? List.<Block>of()
                    : step.blocks().stream().map(Drawer::block).toList();
            var content =
                    new Content(flow.plan().mailing().languages(), spoken(step.subjects()), spoken(step.why()), blocks);
            named.put(name, id);
            return new Step.Mail(id, redrawing.mail(flow, name, content, actor));
        }

        private static Block block(@Nullable BlockJson block) {
            if (block == null) {
                throw Problem.invalid("blocks", "ui.invalid.NotNull");
            }
            return block.block();
        }

        private @Nullable UUID asked(@Nullable String mail) {
            if (mail == null) {
                return null;
            }
            var id = named.get(mail);
            if (id == null) {
                throw Problem.invalid("mail", "flows.condition.mail", Shortened.of(mail));
            }
            return id;
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
