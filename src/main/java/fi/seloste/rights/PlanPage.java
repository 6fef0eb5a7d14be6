package fi.seloste.rights;

import fi.seloste.ui.View;
import java.util.List;

/** The dry run of an erasure, place by place. */
public record PlanPage(String id, String number, boolean mayErase, List<PlanItem> items) implements View {

    public long goes() {
        return items.stream()
                .filter(i -> !i.action().equals("keep-until"))
                .mapToLong(PlanItem::rows)
                .sum();
    }

    public long stays() {
        return items.stream()
                .filter(i -> i.action().equals("keep-until"))
                .mapToLong(PlanItem::rows)
                .sum();
    }

    @Override
    public String as() {
        return "rights";
    }
}
