package fi.seloste.doors;

import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.ui.Guarding;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps programs from flooding a form that anybody may send, without asking anybody outside: a field that people do not see, a stamp of the
 * time at which the form was served, a little work by the browser, and each stamp once. A page shows {@code parts.guard} inside its form; its
 * handler looks at its own fields first and then asks here. Whoever is refused is told so in a sentence and may send again.
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
    public record Pass(boolean worked) {}

    /** What came with a form, whatever it was written in. */
    public record Shown(
            @Nullable String stamp,
            @Nullable String work,
            @Nullable String trap) {}

    /** Lets a form through this door once, or says in a Problem what stands in its way. */
    public Pass check(HttpServletRequest request, String door) {
        var trap = request.getParameterValues(TRAP);
        var shown = new Shown(
                request.getParameter(STAMP), request.getParameter(WORK), trap == null ? null : String.join("", trap));
        try {
            var pass = check(shown, door);
            request.setAttribute(RENEWED, true);
            return pass;
        } catch (Problem.Invalid refused) {
            if (!refused.key().equals("guard.early")) {
                request.setAttribute(RENEWED, true);
            }
            throw refused;
        }
    }

    /** The same for what does not come from a form of ours, such as JSON from the company's own site. */
    public Pass check(Shown shown, String door) {
        if (shown.trap() != null && !shown.trap().isBlank()) {
            throw Problem.invalid(FIELD, "guard.trap");
        }
        var now = clock.instant();
        var stamp = Stamp.read(keys, door, text(shown.stamp()))
                .orElseThrow(
                        () -> Problem.invalid(FIELD, text(shown.stamp()).isEmpty() ? "guard.none" : "guard.unknown"));
        if (stamp.servedAt().plus(LIVES).isBefore(now)) {
            throw Problem.invalid(FIELD, "guard.old");
        }
        boolean worked = stamp.isWorked(text(shown.work()));
        mustHaveWaited(stamp, worked, door);
        if (!spent.spend(stamp, stamp.servedAt().plus(LIVES))) {
            throw Problem.invalid(FIELD, "guard.spent");
        }
        // What was refused paid for nothing, and must not make others pay more.
        rush.came(door);
        return new Pass(worked);
    }

    private void mustHaveWaited(Stamp stamp, boolean worked, String door) {
        int asked = rush.bits(door);
        if (worked && stamp.bits() < asked - BEHIND) {
            throw Problem.invalid(FIELD, "guard.rush");
        }
        long least = worked ? LEAST : rush.patience(asked);
        long waited = Duration.between(stamp.servedAt(), clock.instant()).toMillis();
        long left = (least * 1000 - waited + 999) / 1000;
        if (left > 0) {
            throw Problem.invalid(FIELD, "guard.early", left);
        }
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
                stamp.isWorked(work) ? work : "");
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").strip();
    }
}
