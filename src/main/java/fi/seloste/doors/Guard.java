package fi.seloste.doors;

import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.ui.Guarding;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps programs from flooding a form that anybody may send, without asking anybody outside: a field that people do not see, a stamp of the
 * time at which the form was served, a little work by the browser, and each stamp once. A page shows {@code parts.guard} inside its form; its
 * handler looks at its own fields first and then asks here, and spends the stamp in the transaction that keeps what came: of a process that dies neither
 * is left or both are. Whoever is refused is told so in a sentence and may send again.
 */
@Component
public class Guard implements Guarding {

    public static final String STAMP = "guard-stamp";
    public static final String WORK = "guard-work";
    public static final String TRAP = "guard-homepage";

    /** The name of the field under which a refusal is told. */
    public static final String FIELD = "guard";

    private static final Duration LIVES = Duration.ofDays(1);
    private static final int LEAST = 2;
    private static final int BEHIND = 4;
    private static final Set<String> TOO_EARLY = Set.of("guard.early", "guard.wait", "guard.trapped");
    private static final String RENEWED = Guard.class.getName() + ".renewed";

    private final Keys keys;
    private final Rush rush;
    private final SpentStamps spent;
    private final Clock clock;

    Guard(Keys keys, Rush rush, SpentStamps spent, Clock clock) {
        this.keys = keys;
        this.rush = rush;
        this.spent = spent;
        this.clock = clock;
    }

    /** How it got through: with the work done, or by patience alone, which is weaker. */
    public static final class Pass {

        private final String door;
        private final Stamp stamp;
        private final boolean worked;

        private Pass(String door, Stamp stamp, boolean worked) {
            this.door = door;
            this.stamp = stamp;
            this.worked = worked;
        }

        public boolean worked() {
            return worked;
        }
    }

    /** What came with a form, whatever it was written in. */
    public record Shown(
            @Nullable String stamp,
            @Nullable String work,
            @Nullable String trap) {}

    /** Lets a form through this door, once its stamp is {@link #spend}, or says in a Problem what stands in its way. */
    public Pass check(HttpServletRequest request, String door) {
        return renewing(request, () -> check(shown(request), door));
    }

    /** The same for what does not come from a form of ours, such as JSON from the company's own site. */
    public Pass check(Shown shown, String door) {
        if (isTrapped(shown)) {
            throw Problem.invalid(FIELD, "guard.trap");
        }
        var stamp = ours(shown, door);
        boolean worked = stamp.isWorked(text(shown.work()));
        int asked = rush.bits(door);
        if (worked && stamp.bits() < asked - BEHIND) {
            throw Problem.invalid(FIELD, "guard.rush");
        }
        mustHaveWaited(stamp, worked ? LEAST : rush.patience(asked), "guard.early");
        return new Pass(door, stamp, worked);
    }

    /**
     * The same for a door by which people exercise a right: it delays, and refuses nobody for good (ADR 35). While nobody floods it, a page of ours is enough;
     * patience alone always opens it, whatever a program has filled in.
     */
    public Pass checkGently(HttpServletRequest request, String door) {
        return renewing(request, () -> checkGently(shown(request), door));
    }

    public Pass checkGently(Shown shown, String door) {
        var stamp = ours(shown, door);
        int asked = rush.bits(door);
        boolean worked = !isTrapped(shown) && stamp.bits() >= asked - BEHIND && stamp.isWorked(text(shown.work()));
        if (isTrapped(shown)) {
            mustHaveWaited(stamp, rush.patience(asked), "guard.trapped");
        } else if (!worked && asked > Rush.FEWEST_BITS) {
            mustHaveWaited(stamp, rush.patience(asked), "guard.wait");
        }
        return new Pass(door, stamp, worked);
    }

    private static Shown shown(HttpServletRequest request) {
        var trap = request.getParameterValues(TRAP);
        return new Shown(
                request.getParameter(STAMP), request.getParameter(WORK), trap == null ? null : String.join("", trap));
    }

    /** The next page carries a new stamp, unless it was only too early for this one. */
    private static Pass renewing(HttpServletRequest request, Supplier<Pass> check) {
        try {
            var pass = check.get();
            request.setAttribute(RENEWED, true);
            return pass;
        } catch (Problem.Invalid refused) {
            if (!TOO_EARLY.contains(refused.key())) {
                request.setAttribute(RENEWED, true);
            }
            throw refused;
        }
    }

    private static boolean isTrapped(Shown shown) {
        return shown.trap() != null && !shown.trap().isBlank();
    }

    private Stamp ours(Shown shown, String door) {
        var stamp = Stamp.read(keys, door, text(shown.stamp()))
                .orElseThrow(
                        () -> Problem.invalid(FIELD, text(shown.stamp()).isEmpty() ? "guard.none" : "guard.unknown"));
        if (stamp.servedAt().plus(LIVES).isBefore(clock.instant())) {
            throw Problem.invalid(FIELD, "guard.old");
        }
        return stamp;
    }

    private void mustHaveWaited(Stamp stamp, long seconds, String otherwise) {
        long waited = Duration.between(stamp.servedAt(), clock.instant()).toMillis();
        long left = (seconds * 1000 - waited + 999) / 1000;
        if (left > 0) {
            throw Problem.invalid(FIELD, otherwise, left);
        }
    }

    /** Uses the stamp up with the running transaction; a Problem where it was used before. */
    public void spend(Pass pass) {
        if (!spend(List.of(pass)).getFirst()) {
            throw spent();
        }
    }

    /** The same for several that are kept together: whether each may come in. */
    public List<Boolean> spend(List<Pass> passes) {
        var good = spent.spend(passes.stream().map(pass -> pass.stamp).toList(), LIVES);
        for (int i = 0; i < good.size(); i++) {
            if (good.get(i)) {
                countAfterwards(passes.get(i).door);
            }
        }
        return good;
    }

    /** What is said to a stamp that was used before. */
    public static Problem.Invalid spent() {
        return Problem.invalid(FIELD, "guard.spent");
    }

    /** What was refused paid for nothing, and must not make others pay more. */
    private void countAfterwards(String door) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rush.came(door);
            }
        });
    }

    @Override
    public Guarding.Carried stamp(String door, HttpServletRequest request) {
        var kept = request.getAttribute(RENEWED) == null ? text(request.getParameter(STAMP)) : "";
        var known = Stamp.read(keys, door, kept)
                .filter(one -> one.servedAt().plus(LIVES.dividedBy(2)).isAfter(clock.instant()));
        var work = known.isPresent() ? text(request.getParameter(WORK)) : "";
        return shown(known.orElseGet(() -> fresh(door)), door, work);
    }

    /** For a form that is not shown by a page of ours. */
    public Guarding.Carried stamp(String door) {
        return shown(fresh(door), door, "");
    }

    private Stamp fresh(String door) {
        return Stamp.fresh(clock.instant(), rush.bits(door));
    }

    private Guarding.Carried shown(Stamp stamp, String door, String work) {
        return new Guarding.Carried(
                stamp.text(keys, door),
                stamp.bits(),
                LEAST,
                rush.patience(rush.bits(door)),
                rush.bits(door) == Rush.FEWEST_BITS,
                stamp.isWorked(work) ? work : "");
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").strip();
    }
}
