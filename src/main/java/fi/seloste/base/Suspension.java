package fi.seloste.base;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock of a request stands, because the controller asked the person who they are or what they mean.
 *
 * <p>EDPB Guidelines 01/2022, para. 157: the time may be suspended "provided the controller has asked for additional information without
 * undue delay". The Guidelines give no number; ours is a week, and a later question needs a reason that can be shown.
 */
public record Suspension(LocalDate askedOn, @Nullable LocalDate answeredOn, boolean lateForCause) {

    private static final int DAYS_WITHOUT_UNDUE_DELAY = 7;

    public Suspension {
        if (answeredOn != null && answeredOn.isBefore(askedOn)) {
            throw Problem.invalid("answeredOn", "legaltime.suspension.answeredBeforeAsked", askedOn, answeredOn);
        }
    }

    public static Suspension open(LocalDate askedOn) {
        return new Suspension(askedOn, null, false);
    }

    public static Suspension of(LocalDate askedOn, LocalDate answeredOn) {
        return new Suspension(askedOn, answeredOn, false);
    }

    /** A question asked late for a reason that the request's file shows. */
    public Suspension forCause() {
        return new Suspension(askedOn, answeredOn, true);
    }

    public boolean stopsTheClockOf(LocalDate receivedOn) {
        return lateForCause || !askedOn.isAfter(receivedOn.plusDays(DAYS_WITHOUT_UNDUE_DELAY));
    }

    public Optional<LocalDate> answered() {
        return Optional.ofNullable(answeredOn);
    }

    /** The day the clock runs again; while nobody has answered, today. */
    LocalDate endOn(LocalDate today) {
        if (answeredOn != null) {
            return answeredOn;
        }
        return today.isBefore(askedOn) ? askedOn : today;
    }

    long days(LocalDate today) {
        return ChronoUnit.DAYS.between(askedOn, endOn(today));
    }
}
