package fi.seloste.consents;

import com.fasterxml.jackson.annotation.JsonInclude;
import fi.seloste.base.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consent as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Consent")
record ConsentJson(
        UUID id,
        UUID person,
        String purpose,
        @Nullable String topic,
        String state,
        Instant givenAt,
        String channel,
        String proof,
        @Nullable String proofNote,
        Words text,
        @Nullable LocalDate expiresOn,
        @Nullable Gone withdrawal) {

    @Schema(name = "ConsentText")
    record Words(UUID id, String words, String language, int version) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ConsentWithdrawal")
    record Gone(Instant at, String how, String by) {}

    static ConsentJson of(Consent consent, Instant now) {
        var given = consent.given();
        var upon = given.upon();
        var gone = consent.end().withdrawal();
        return new ConsentJson(
                consent.id(),
                consent.person().value(),
                consent.aim().purpose(),
                consent.aim().topic().isEmpty() ? null : consent.aim().topic(),
                consent.state(now).code(),
                given.at(),
                given.channel().code(),
                given.proof().kind().code(),
                given.proof().note(),
                new Words(upon.id(), upon.text().words(), upon.text().language(), upon.version()),
                consent.end().expiresOn(),
                gone == null ? null : new Gone(gone.at(), gone.how().code(), gone.by()));
    }

    /** What a program sends of a consent; the words are those that the person saw. */
    @Schema(name = "NewConsent")
    record New(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String purpose,

            @Nullable String topic,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String language,

            @Nullable String channel,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String proof,

            @Nullable String proofNote,
            @Nullable Instant givenAt,
            @Nullable LocalDate expiresOn) {

        Agreement agreement() {
            return new Agreement(
                    new Aim(needed("purpose", purpose), Objects.requireNonNullElse(topic, "")),
                    new Wording.Text(needed("text", text), needed("language", language)),
                    new Agreement.Manner(
                            channel == null ? Channel.API : Channel.of(channel),
                            new Proof(Proof.Kind.of(needed("proof", proof)), proofNote),
                            givenAt),
                    expiresOn);
        }
    }

    @Schema(name = "ConsentEnd")
    record Ending(@Nullable String how) {

        Way way() {
            return how == null ? Way.API : Way.of(how);
        }
    }

    private static String needed(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "consents.missing", field);
        }
        return value.strip();
    }
}
