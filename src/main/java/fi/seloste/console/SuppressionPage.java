package fi.seloste.console;

import fi.seloste.installation.KeyCustody;
import fi.seloste.installation.Keys;
import fi.seloste.register.NightlyComparison;
import fi.seloste.register.OrganisationBan;
import fi.seloste.suppression.Suppression;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The suppression list in numbers; it names no person, since nobody can read whom it means. */
public record SuppressionPage(
        List<Suppression.Count> counts, List<OrganisationBan> bans, Custody custody, Asked asked, Errors errors)
        implements View {

    /** The keys, whether their sheet was tried, and what the last night found. */
    public record Custody(List<KeyCustody.Key> keys, boolean tried, NightlyComparison.@Nullable Last last) {

        public List<KeyCustody.Key> ofSuppression() {
            return keys.stream()
                    .filter(key -> key.name().equals(Keys.SUPPRESSION))
                    .toList();
        }
    }

    /** An address that was asked about, with the answer. */
    public record Asked(String email, Suppression.@Nullable Check found) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    public long inForce(String kind) {
        return counts.stream()
                .filter(count -> count.kind().equals(kind))
                .mapToLong(Suppression.Count::inForce)
                .sum();
    }

    public @Nullable LocalDate comparedOn() {
        return custody.last() == null ? null : LocalDate.parse(custody.last().day());
    }
}
