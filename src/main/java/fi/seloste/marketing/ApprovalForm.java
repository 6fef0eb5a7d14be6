package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form sends by which somebody asks for a second person's word. */
public record ApprovalForm(
        @Nullable String of,
        @Nullable String startsAt,
        @Nullable String note) {

    Approval.Wish wish(ZoneId zone) {
        return new Approval.Wish(
                shown(of).isEmpty() ? null : Ids.parse("of", shown(of)),
                shown(note),
                shown(startsAt).isEmpty() ? null : moment(shown(startsAt), zone));
    }

    static Instant moment(String written, ZoneId zone) {
        try {
            return LocalDateTime.parse(written).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("startsAt", "marketing.campaign.startsAt");
        }
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }
}
