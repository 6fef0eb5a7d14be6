package fi.seloste.breaches;

import fi.seloste.base.Deadline;
import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A breach of personal data as Art. 33(3) and (5) want it written down, and who has been told. */
public record Breach(UUID id, int version, Facts facts, Course course) {

    /** What is known; it may be completed in phases (Art. 33(4)). */
    public record Facts(
            Instant awareAt,
            String nature,
            String concerned,
            @Nullable Integer people,
            String effects,
            String measures,
            Risk risk) {

        void mustFit() {
            Length.TEXT.checked("nature", nature);
            Length.TEXT.checked("concerned", concerned);
            Length.TEXT.checked("effects", effects);
            Length.TEXT.checked("measures", measures);
        }
    }

    /** What was done about it. */
    public record Course(
            @Nullable Instant notifiedAt,
            @Nullable String lateReason,
            @Nullable Instant toldAt,
            @Nullable String toldHow,
            @Nullable Instant closedAt,
            Instant recordedAt) {}

    /** Art. 33(1): "where feasible, not later than 72 hours after having become aware of it". */
    public Deadline.Hour deadline(ZoneId place) {
        return Deadline.ofBreachNotification(facts.awareAt, place);
    }

    public boolean awaitsAuthority() {
        return facts.risk != Risk.NONE && course.notifiedAt == null && course.closedAt == null;
    }

    public boolean awaitsPeople() {
        return facts.risk == Risk.HIGH && course.toldAt == null && course.closedAt == null;
    }

    public boolean isOpen() {
        return course.closedAt == null;
    }

    /** Art. 33(1): a notification after the 72 hours "shall be accompanied by reasons for the delay". */
    void mustBeNotifiable(Instant at, String reason, ZoneId place) {
        mustBeOpen();
        if (course.notifiedAt != null) {
            throw Problem.conflict("breaches.notified.already");
        }
        if (at.isBefore(facts.awareAt)) {
            throw Problem.invalid("at", "breaches.beforeAware");
        }
        if (at.isAfter(deadline(place).due().toInstant()) && reason.isBlank()) {
            throw Problem.invalid("reason", "breaches.late.reason");
        }
    }

    void mustBeClosable() {
        mustBeOpen();
        if (awaitsAuthority()) {
            throw Problem.conflict("breaches.close.authority");
        }
        if (awaitsPeople()) {
            throw Problem.conflict("breaches.close.people");
        }
    }

    void mustBeOpen() {
        if (!isOpen()) {
            throw Problem.conflict("breaches.closed");
        }
    }
}
