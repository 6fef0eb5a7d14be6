package fi.seloste.register;

import fi.seloste.base.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where and when a datum was collected. */
public record Origin(Source source, @Nullable String detail, LocalDate on) {

    public Origin {
        detail = detail == null || detail.isBlank() ? null : detail.strip();
        if (source.needsDetail() && detail == null) {
            throw Problem.invalid("sourceDetail", "register.source.detailMissing", source.code());
        }
    }
}
