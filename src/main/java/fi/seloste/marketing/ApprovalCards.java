package fi.seloste.marketing;

import fi.seloste.base.AccountId;
import fi.seloste.staff.Staff;
import fi.seloste.ui.Option;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how a second person's word stands, with the names of colleagues. */
@Component
class ApprovalCards {

    private final Approving approving;
    private final Staff staff;

    ApprovalCards(Approving approving, Staff staff) {
        this.approving = approving;
        this.staff = staff;
    }

    ApprovalCard card(Sight sight, AccountId viewer) {
        var newest = sight.newest();
        var colleagues = sight.wanted()
                ? approving.colleagues(viewer).stream()
                        .map(one -> new Option(one.id().toString(), one.name()))
                        .toList()
                : List.<Option>of();
        return new ApprovalCard(
                sight, staff.names(named(newest)), colleagues, newest != null && newest.isFor(viewer.value()));
    }

    private static List<UUID> named(@Nullable Approval one) {
        if (one == null) {
            return List.of();
        }
        var decision = one.decision();
        return Stream.of(one.asking().by(), one.asking().wish().of(), decision == null ? null : decision.by())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
