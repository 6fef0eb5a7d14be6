package fi.seloste.disclosures;

import fi.seloste.base.PersonId;
import fi.seloste.register.PersonRow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A disclosure as programs read it: {@code decision} is null while none was made, {@code secret} says that the people must not be told. */
@Schema(name = "Disclosure")
record DisclosureJson(
        UUID id,
        String authority,
        @Nullable String reference,
        String law,
        String asked,
        LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        boolean secret,
        @Nullable LocalDate secretUntil,
        @Nullable String secretBy,
        @Nullable Answered decision,
        Instant recordedAt) {

    static DisclosureJson of(Disclosure one) {
        var asked = one.asked();
        var secrecy = one.secrecy();
        return new DisclosureJson(
                one.id(),
                asked.authority(),
                asked.reference(),
                asked.law(),
                asked.what(),
                asked.receivedOn(),
                asked.dueOn(),
                one.isSecret(),
                secrecy == null ? null : secrecy.until(),
                secrecy == null ? null : secrecy.by(),
                one.answer() == null ? null : Answered.of(one.answer()),
                one.recordedAt());
    }

    /** What was decided. */
    @Schema(name = "DisclosureDecision")
    record Answered(
            String decision,
            String reason,
            List<String> categories,
            @Nullable String how,
            @Nullable LocalDate sentOn) {

        static Answered of(Disclosure.Answer answer) {
            return new Answered(
                    answer.decision().code(), answer.reason(), answer.categories(), answer.how(), answer.sentOn());
        }
    }

    /** One with those whom it is about. */
    @Schema(name = "DisclosureInWhole")
    record Whole(DisclosureJson disclosure, List<Named> people) {

        static Whole of(Disclosure one, List<PersonRow> people) {
            return new Whole(
                    DisclosureJson.of(one), people.stream().map(Named::of).toList());
        }
    }

    /** Whom a disclosure is about. */
    @Schema(name = "DisclosedPerson")
    record Named(UUID id, String name) {

        static Named of(PersonRow row) {
            return new Named(row.id().value(), row.name());
        }
    }

    /** A demand as it is sent. */
    @Schema(name = "NewDisclosure")
    record Demand(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String authority,

            @Nullable String reference,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String law,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String asked,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String receivedOn,

            @Nullable String dueOn,
            @Nullable String secretUntil,
            @Nullable String secretBy,
            @Nullable List<UUID> people) {

        DisclosureForm form() {
            return new DisclosureForm(authority, reference, law, asked, receivedOn, dueOn, secretUntil, secretBy, null);
        }

        List<PersonId> named() {
            return people == null
                    ? List.of()
                    : people.stream().map(PersonId::new).toList();
        }
    }

    /** A decision as it is sent. */
    @Schema(name = "NewDisclosureDecision")
    record Decided(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String decision,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Nullable List<String> categories,
            @Nullable String how,
            @Nullable String sentOn) {

        Disclosure.Answer answer() {
            return new DecisionForm(decision, reason, categories, how, sentOn).answer();
        }
    }

    /** Why a secrecy ends before its day, and whether the people are to hear of it from us without asking. */
    @Schema(name = "SecrecyEnd")
    record End(@Nullable String endedFor, @Nullable Boolean toTell) {}
}
