package fi.seloste.flows;

import static java.util.stream.Collectors.groupingBy;

import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Targeting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Leads people on, as far as it goes now. In the marketing purpose and in one transaction, so each step is done and marked as done, or neither. */
@Component
class Leading {

    /** Gates that open again by themselves: whoever had enough for now is asked again the next day, and for a week. */
    private static final Set<String> PASSING = Set.of("less-often", "frequency");

    private static final int MOST_TRIES = 7;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration NEXT_DAY = Duration.ofDays(1);

    private final Passages passages;
    private final Errands errands;
    private final Lasting lasting;
    private final Targeting targeting;
    private final Clock clock;
    private final ZoneId place;

    Leading(
            Passages passages,
            Errands errands,
            Lasting lasting,
            Targeting targeting,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.passages = passages;
        this.errands = errands;
        this.lasting = lasting;
        this.targeting = targeting;
        this.clock = clock;
        this.place = place;
    }

    /** All of one edition. Those who stand at the same place go together, and part where a condition parts them. */
    void lead(List<Passage> all, Drawing drawing) {
        all.stream().collect(groupingBy(one -> at(one.stand()))).forEach((stand, people) -> {
            var at = drawing.get(stand.step());
            walk(people, drawing, stand.waits() ? drawing.after(at.id()) : at, at);
        });
    }

    private static Passage.Stand at(Passage.Stand stand) {
        return new Passage.Stand(stand.step(), stand.waits(), 0);
    }

    private void walk(List<Passage> all, Drawing drawing, @Nullable Step from, Step before) {
        var people = all;
        var next = from;
        var last = before;
        while (next != null && !people.isEmpty()) {
            last = next;
            if (next instanceof Step.Condition one) {
                var fit = fitting(people, drawing, one);
                var onward = people.stream()
                        .filter(each -> fit.contains(each.person()))
                        .toList();
                walk(onward, drawing, drawing.into(one, true), one);
                people = people.stream()
                        .filter(each -> !fit.contains(each.person()))
                        .toList();
                next = drawing.into(one, false);
            } else {
                people = passing(people, next);
                next = drawing.after(next.id());
            }
        }
        leave(people, last.id(), "finished", "finished");
    }

    /** Does what the step says; those who go on. The others stay here or have left. */
    private List<Passage> passing(List<Passage> people, Step step) {
        return switch (step) {
            case Step.Wait wait -> {
                stand(people, Passage.Stand.waiting(wait.id()), wait.until(clock.instant(), place));
                yield List.of();
            }
            case Step.Mail mail -> handed(people, mail);
            case Step.Condition ignored -> people;
            case Step.Task task -> {
                people.forEach(one -> errands.add(one, task, clock.instant()));
                yield people;
            }
            case Step.Stop stop -> {
                leave(people, stop.id(), "finished", "stopped");
                yield List.of();
            }
        };
    }

    private List<Passage> handed(List<Passage> people, Step.Mail mail) {
        var told = lasting.hand(
                mail.campaign(), people.stream().map(Passage::person).toList());
        var onward = new ArrayList<Passage>();
        var unseen = new ArrayList<Passage>();
        var held = new LinkedHashMap<String, List<Passage>>();
        for (var one : people) {
            switch (Objects.requireNonNull(told.get(one.person()))) {
                case Lasting.Handed.Queued ignored -> onward.add(one);
                case Lasting.Handed.Unseen ignored -> unseen.add(one);
                case Lasting.Handed.Held shut ->
                    held.computeIfAbsent(shut.reason(), reason -> new ArrayList<>())
                            .add(one);
            }
        }
        stand(unseen, Passage.Stand.at(mail.id()), clock.instant().plus(SOON));
        held.forEach((reason, some) -> hold(some, mail.id(), reason));
        return onward;
    }

    /** Whoever may not get one mail does not get the next either; only a gate that opens with time is waited for. */
    private void hold(List<Passage> people, UUID step, String reason) {
        var left = new ArrayList<Passage>();
        people.stream().collect(groupingBy(one -> tries(one, step))).forEach((tries, some) -> {
            if (PASSING.contains(reason) && tries < MOST_TRIES) {
                stand(
                        some,
                        new Passage.Stand(step, false, tries + 1),
                        clock.instant().plus(NEXT_DAY));
            } else {
                left.addAll(some);
            }
        });
        leave(left, step, "left", reason);
    }

    private static int tries(Passage passage, UUID step) {
        return passage.stand().step().equals(step) ? passage.stand().tries() : 0;
    }

    private void stand(List<Passage> people, Passage.Stand stand, Instant due) {
        if (!people.isEmpty()) {
            passages.stand(people, stand, due, clock.instant());
        }
    }

    private void leave(List<Passage> people, UUID step, String kind, String why) {
        if (!people.isEmpty()) {
            passages.leave(people, step, kind, why, clock.instant());
        }
    }

    /** In an audience that is gone nobody is. */
    private Set<PersonId> fitting(List<Passage> people, Drawing drawing, Step.Condition condition) {
        var audience = condition.audience();
        try {
            var criteria = audience == null
                    ? answered(drawing, condition)
                    : targeting.get(audience).criteria();
            return targeting.fitting(
                    criteria, people.stream().map(Passage::person).toList());
        } catch (Problem.NotFound gone) {
            return Set.of();
        }
    }

    private static Criteria answered(Drawing drawing, Step.Condition condition) {
        var mail = (Step.Mail) drawing.get(Objects.requireNonNull(condition.mail()));
        var asked = new Criteria.Condition(
                Objects.requireNonNull(condition.answer()), mail.campaign().toString());
        return new Criteria(Criteria.Match.ALL, List.of(new Criteria.Group(Criteria.Match.ALL, false, List.of(asked))));
    }
}
