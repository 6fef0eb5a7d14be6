package fi.seloste.rights;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** The dry run of an erasure, place by place, and the word that carries it out. */
public record PlanPage(String id, String number, boolean mayErase, List<PlanItem> items, Errors errors)
        implements View {

    public long goes() {
        return items.stream().filter(i -> !i.stays()).mapToLong(PlanItem::rows).sum();
    }

    public long stays() {
        return items.stream().filter(PlanItem::stays).mapToLong(PlanItem::rows).sum();
    }

    @Override
    public String as() {
        return "rights";
    }
}
