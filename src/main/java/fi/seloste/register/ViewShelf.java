package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The door to lists that somebody named, for themselves or for everybody. Views are settings: they say how to look and show nobody,
 * so they are kept apart from the purposes that read people.
 */
@Component
public class ViewShelf {

    private static final Set<String> ENTITIES = Set.of("person", "organisation");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2_000;

    private final SavedViews views;
    private final Today today;

    ViewShelf(SavedViews views, Today today) {
        this.views = views;
        this.today = today;
    }

    /** The query is what stands after the question mark, without the mark of a page. */
    public record New(String entity, String name, String query, boolean shared) {

        public New {
            name = named(name);
            if (!ENTITIES.contains(entity)) {
                throw Problem.invalid("entity", "register.view.entity", entity);
            }
            query = query.replaceFirst("^\\?", "")
                    .replaceAll("(^|&)(after|before)=[^&]*", "")
                    .replaceFirst("^&", "");
            if (query.length() > LONGEST_QUERY) {
                throw Problem.invalid("query", "register.view.tooLong", LONGEST_QUERY);
            }
        }
    }

    @As(Purpose.TECHNICAL)
    public UUID save(New view, AccountId owner) {
        var id = Ids.next();
        views.add(id, view, owner, today.moment());
        return id;
    }

    @As(Purpose.TECHNICAL)
    public List<SavedView> of(String entity, AccountId account) {
        return views.of(entity, account);
    }

    /** Only whoever made a view names it anew, shares it or keeps it to themselves again. */
    @As(Purpose.TECHNICAL)
    public void change(UUID id, String name, boolean shared, AccountId owner) {
        if (!views.change(id, named(name), shared, owner)) {
            throw Problem.notFound("view");
        }
        if (!shared) {
            views.forgetForOthers(id, owner);
        }
    }

    @As(Purpose.TECHNICAL)
    public void remove(UUID id, AccountId owner) {
        if (!views.remove(id, owner)) {
            throw Problem.notFound("view");
        }
    }

    /** From now on the list opens with this view, for this account only. */
    @As(Purpose.TECHNICAL)
    public void open(String entity, UUID id, AccountId account) {
        if (!views.open(entity, id, account)) {
            throw Problem.notFound("view");
        }
    }

    /** From now on the list opens with everybody. */
    @As(Purpose.TECHNICAL)
    public void openWithAll(String entity, AccountId account) {
        views.openWithAll(entity, account);
    }

    private static String named(String name) {
        var stripped = name.strip().replaceAll("\\s+", " ");
        if (stripped.isEmpty()) {
            throw Problem.invalid("name", "register.view.nameMissing");
        }
        if (stripped.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "register.view.nameTooLong", LONGEST_NAME);
        }
        return stripped;
    }
}
