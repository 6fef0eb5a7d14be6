package fi.seloste.publishing;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.Recipient;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who receives data: in use first, then those that are known and get nothing. */
public record RecipientsPage(Head head, List<Row> used, List<Row> unused) implements View {

    public record Row(String id, String name, String does, String role, Where where, boolean changed) {}

    /** {@code lacks} is the code of what is still wanted of it: an agreement, a safeguard, or nothing. */
    public record Where(
            String country,
            boolean outside,
            String safeguard,
            @Nullable LocalDate agreement,
            String lacks) {}

    static RecipientsPage of(Head head, Declaration draft, Declaration inForce, Locale language) {
        var all = draft.processing().recipients().values();
        return new RecipientsPage(
                head,
                all.stream()
                        .filter(Recipient::inUse)
                        .map(one -> row(one, inForce, language))
                        .toList(),
                all.stream()
                        .filter(one -> !one.inUse())
                        .map(one -> row(one, inForce, language))
                        .toList());
    }

    private static Row row(Recipient one, Declaration inForce, Locale language) {
        var place = one.place();
        var safeguard = place.safeguard();
        return new Row(
                one.id(),
                one.wording().name().in(language),
                one.wording().does().in(language),
                one.role().in(language),
                new Where(
                        place.country() == null
                                ? ""
                                : Locale.of("", place.country()).getDisplayCountry(language),
                        one.isOutsideEea(),
                        safeguard == null ? "" : safeguard.in(language),
                        place.agreement(),
                        lacks(one)),
                !Objects.equals(one, inForce.processing().recipients().get(one.id())));
    }

    private static String lacks(Recipient one) {
        if (one.isOutsideEea() && one.place().safeguard() == null) {
            return "safeguard";
        }
        return one.role() == Recipient.Role.PROCESSOR && one.place().agreement() == null ? "agreement" : "";
    }
}
