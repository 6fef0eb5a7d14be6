package fi.seloste.lists;

import fi.seloste.base.AccountId;
import fi.seloste.register.SavedView;
import fi.seloste.ui.View;
import java.util.List;

/** The views of a list: one's own to be named anew, shared, removed; those of others; and which of them the list opens with. */
public record ViewsPage(Kind kind, List<SavedView> views, AccountId viewer) implements View {

    public List<SavedView> mine() {
        return views.stream().filter(view -> view.isOf(viewer)).toList();
    }

    public List<SavedView> others() {
        return views.stream().filter(view -> !view.isOf(viewer)).toList();
    }

    public boolean hasStandard() {
        return views.stream().anyMatch(SavedView::standard);
    }
}
