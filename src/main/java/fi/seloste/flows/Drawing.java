package fi.seloste.flows;

import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a flow in their order; a condition has steps of its own on either side. It is never changed, only drawn anew. */
public record Drawing(List<Step> steps) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 60;
    private static final int DEEPEST = 3;

    static final Drawing EMPTY = new Drawing(List.of());

    public Drawing {
        steps = List.copyOf(steps);
        if (all(steps).count() > MOST) {
            throw Problem.invalid(
                    "steps", "value.list.tooMany", MOST, all(steps).count());
        }
        if (depth(steps) > DEEPEST) {
            throw Problem.invalid("steps", "flows.steps.deep", DEEPEST);
        }
    }

    /** Where a step stands: among the first ones or on a side of a condition, before the one that has this place now. */
    public record Place(@Nullable UUID condition, boolean yes, int index) {}

    public Stream<Step> all() {
        return all(steps);
    }

    private static Stream<Step> all(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step instanceof Step.Condition one
                        ? Stream.concat(Stream.of(step), Stream.concat(all(one.yes()), all(one.no())))
                        : Stream.of(step));
    }

    private static int depth(List<Step> steps) {
        return steps.stream()
                .mapToInt(step ->
                        step instanceof Step.Condition one ? 1 + Math.max(depth(one.yes()), depth(one.no())) : 0)
                .max()
                .orElse(0);
    }

    public Optional<Step> find(UUID id) {
        return all().filter(step -> step.id().equals(id)).findFirst();
    }

    public Step get(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("step"));
    }

    public List<Step.Mail> mails() {
        return all().filter(Step.Mail.class::isInstance)
                .map(Step.Mail.class::cast)
                .toList();
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The step after this one: the next beside it, or after the condition on whose side it is the last. Null at the end. */
    public @Nullable Step after(UUID id) {
        return after(steps, id, null);
    }

    private static @Nullable Step after(List<Step> steps, UUID id, @Nullable Step then) {
        for (int i = 0; i < steps.size(); i++) {
            var next = i + 1 < steps.size() ? steps.get(i + 1) : then;
            var step = steps.get(i);
            if (step.id().equals(id)) {
                return next;
            }
            if (step instanceof Step.Condition one) {
                var ofYes = holds(one.yes(), id);
                if (ofYes || holds(one.no(), id)) {
                    return after(one.way(ofYes), id, next);
                }
            }
        }
        return null;
    }

    /** Where a condition leads. */
    public @Nullable Step into(Step.Condition condition, boolean yes) {
        var way = condition.way(yes);
        return way.isEmpty() ? after(condition.id()) : way.getFirst();
    }

    private static boolean holds(List<Step> steps, UUID id) {
        return all(steps).anyMatch(step -> step.id().equals(id));
    }

    Drawing with(Place place, Step step) {
        var condition = place.condition();
        if (condition == null) {
            return new Drawing(inserted(steps, place.index(), step));
        }
        if (!(get(condition) instanceof Step.Condition one)) {
            throw Problem.notFound("step");
        }
        return replaced(one.with(place.yes(), inserted(one.way(place.yes()), place.index(), step)));
    }

    private static List<Step> inserted(List<Step> steps, int index, Step step) {
        var all = new ArrayList<>(steps);
        all.add(Math.clamp(index, 0, all.size()), step);
        return all;
    }

    Drawing replaced(Step step) {
        get(step.id());
        return new Drawing(replaced(steps, step));
    }

    private static List<Step> replaced(List<Step> steps, Step with) {
        return steps.stream()
                .map(step -> step.id().equals(with.id())
                        ? with
                        : step instanceof Step.Condition one
                                ? one.with(true, replaced(one.yes(), with)).with(false, replaced(one.no(), with))
                                : step)
                .toList();
    }

    /** Without it, and of a condition without all that stands on its sides. */
    Drawing without(UUID id) {
        get(id);
        return new Drawing(without(steps, id));
    }

    private static List<Step> without(List<Step> steps, UUID id) {
        return steps.stream()
                .filter(step -> !step.id().equals(id))
                .map(step -> step instanceof Step.Condition one
                        ? (Step) one.with(true, without(one.yes(), id)).with(false, without(one.no(), id))
                        : step)
                .toList();
    }

    /** One place up or down among those beside it. */
    Drawing moved(UUID id, boolean up) {
        get(id);
        return new Drawing(moved(steps, id, up));
    }

    private static List<Step> moved(List<Step> steps, UUID id, boolean up) {
        for (int i = 0; i < steps.size(); i++) {
            int to = up ? i - 1 : i + 1;
            if (steps.get(i).id().equals(id)) {
                var all = new ArrayList<>(steps);
                if (to >= 0 && to < all.size()) {
                    all.add(to, all.remove(i));
                }
                return all;
            }
        }
        return steps.stream()
                .map(step -> step instanceof Step.Condition one
                        ? (Step) one.with(true, moved(one.yes(), id, up)).with(false, moved(one.no(), id, up))
                        : step)
                .toList();
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Drawing parse(String json) {
        return JSON.readValue(json, Drawing.class);
    }
}
