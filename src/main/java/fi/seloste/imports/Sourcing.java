package fi.seloste.imports;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.register.Source;
import org.jspecify.annotations.Nullable;

/** Where the people of a file come from. Every person of it carries this (Art. 14(2)(f)). */
public record Sourcing(Source source, @Nullable String detail) {

    public Sourcing {
        detail = detail == null || detail.isBlank() ? null : detail.strip();
        if (source.needsDetail() && detail == null) {
            throw Problem.invalid("sourceDetail", "imports.sourceDetail.missing." + source.code());
        }
    }

    static Sourcing of(@Nullable String code, @Nullable String detail) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("source", "imports.source.missing");
        }
        if (detail != null) {
            Length.LINE.checked("sourceDetail", detail);
        }
        return new Sourcing(Source.of(code.strip()), detail);
    }

    /** Whoever was found elsewhere is told within a month, and is not written to before (Art. 14(3)). */
    boolean isElsewhere() {
        return !source.isOfSubject();
    }
}
