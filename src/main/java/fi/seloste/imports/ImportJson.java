package fi.seloste.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import fi.seloste.intake.Fault;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import as programs read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
record ImportJson(
        UUID id,
        String state,
        String file,
        @Nullable String source,
        @Nullable String sourceDetail,
        int progress,
        int rows,
        @JsonProperty("new") int fresh,
        int changed,
        int unchanged,
        int banned,
        int refused,
        int restricted,
        int asking,
        int joined,
        int rejected,
        List<Error> errors,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant committedAt,
        @Nullable Instant undoneAt,
        @Nullable List<Kept> kept) {

    /** A line that could not be taken in, wholly or in one cell. */
    @Schema(name = "ImportError")
    record Error(long line, String column, String message, String weight) {}

    /** Somebody whom an undo left. */
    @Schema(name = "KeptPerson")
    record Kept(UUID id, String name) {}

    static ImportJson of(
            Import entry, List<Fault> faults, List<fi.seloste.imports.Kept> kept, fi.seloste.intake.Texts texts) {
        var counts = entry.counts();
        var sourcing = entry.sourcing();
        var failure = entry.failure();
        return new ImportJson(
                entry.id().value(),
                entry.state().code(),
                entry.content().name(),
                sourcing == null ? null : sourcing.source().code(),
                sourcing == null ? null : sourcing.detail(),
                entry.progress().percent(),
                counts.rows(),
                counts.fresh(),
                counts.changed(),
                counts.unchanged(),
                counts.banned(),
                counts.refused(),
                counts.restricted(),
                counts.asking(),
                counts.joined(),
                counts.rejected(),
                faults.stream().map(fault -> error(fault, texts)).toList(),
                failure.key().isEmpty()
                        ? null
                        : texts.t(failure.key(), failure.arguments().toArray()),
                entry.times().createdAt(),
                entry.times().committedAt(),
                entry.times().undoneAt(),
                kept.isEmpty()
                        ? null
                        : kept.stream()
                                .map(one -> new Kept(one.person().value(), one.name()))
                                .toList());
    }

    private static Error error(Fault fault, fi.seloste.intake.Texts texts) {
        return new Error(
                fault.line(),
                fault.column(),
                fault.message(texts),
                fault.weight().name().toLowerCase(java.util.Locale.ROOT));
    }
}
