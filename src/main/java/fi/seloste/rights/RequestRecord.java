package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.RequestId;
import fi.seloste.base.Suspension;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of rights.request with its extension, as the database gives it. */
record RequestRecord(
        UUID requestId,
        String number,
        String kind,
        String state,
        String channel,
        @Nullable UUID personId,
        @Nullable String email,
        @Nullable String name,
        @Nullable String words,
        String language,
        LocalDate receivedOn,
        Instant receivedAt,
        @Nullable Instant matchedAt,
        @Nullable String provedHow,
        @Nullable Instant provedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate extendedOn) {

    Request request(List<Suspension> suspensions) {
        var asker = new Request.Asker(personId == null ? null : new PersonId(personId), email, name, words, language);
        var course = new Request.Course(
                new Request.Received(receivedOn, receivedAt, channel, matchedAt),
                provedHow == null || provedAt == null
                        ? null
                        : new Request.Proof(Request.Proof.How.of(provedHow), provedAt),
                extendedOn,
                suspensions,
                new Request.Outcome(decidedAt, decidedBy, answeredAt, closedAt));
        return new Request(new RequestId(requestId), number, Right.of(kind), Request.State.of(state), asker, course);
    }
}
