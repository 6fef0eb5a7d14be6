package fi.seloste.marketing;

import fi.seloste.ui.Option;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a second person's word on a campaign stands, for whoever looks: may they say it, and whom could they ask. */
public record ApprovalCard(Sight sight, Map<UUID, String> names, List<Option> colleagues, boolean mayDecide) {

    public boolean isShown() {
        return sight.wanted() || sight.newest() != null;
    }

    /** A program that nobody owns asks without a name, and whoever left keeps none. */
    public String name(@Nullable UUID account) {
        return account == null ? "" : names.getOrDefault(account, "");
    }

    /** How it stands: as it was said, or outdated by what came after. */
    public String state() {
        var newest = sight.newest();
        return newest == null
                ? "missing"
                : sight.isOutdated() ? "outdated" : newest.state().code();
    }

    /** Whether somebody may be asked now. */
    public boolean isFree() {
        return !sight.holds() && !sight.isWaiting();
    }
}
