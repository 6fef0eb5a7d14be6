package fi.seloste.lists;

import fi.seloste.base.AccountId;
import fi.seloste.register.SavedView;
import fi.seloste.store.Purpose;
import java.util.List;

/** What stands above a list: its address, the purpose it is read in and those it could be, and the views by name. */
public record ListHead(ListAddress at, Purpose purpose, List<Purpose> purposes, List<SavedView> views) {

    /** A view as a tab. */
    public record Tab(SavedView view, String url, boolean here) {}

    /** The list as it is, without its place: what a view keeps. */
    String query() {
        return at.begun().query();
    }

    public List<Tab> tabs() {
        return views.stream()
                .map(view -> new Tab(
                        view,
                        at.kind().path() + "?" + view.query(),
                        view.query().equals(query())))
                .toList();
    }

    /** Everybody, whatever view the list opens with. */
    public String all() {
        var whole = new ListAddress(at.kind(), java.util.Map.of()).with("as", at.word("as"));
        return views.stream().anyMatch(SavedView::standard)
                ? whole.with("sort", "name").url()
                : whole.url();
    }

    public boolean isAll() {
        var rest = at.begun().without(List.of("as"));
        return rest.words().isEmpty() || rest.words().equals(java.util.Map.of("sort", "name"));
    }

    public boolean isNamed() {
        return isAll() || tabs().stream().anyMatch(Tab::here);
    }

    /** This list, read in another purpose. */
    public String as(Purpose other) {
        return at.with("as", other.code()).url();
    }

    /** A permission in the purpose of this page, as the frame asks for it. */
    public String permission(String action) {
        return purpose.code() + ":" + action;
    }

    static List<SavedView> seenBy(
            List<SavedView> views, Kind kind, java.util.Collection<Purpose> purposes, AccountId account) {
        return views.stream()
                .filter(view -> {
                    var as = ListAddress.parse(kind, view.query()).word("as");
                    return as.isEmpty()
                            || view.isOf(account)
                            || purposes.stream()
                                    .anyMatch(purpose -> purpose.code().equals(as));
                })
                .toList();
    }
}
