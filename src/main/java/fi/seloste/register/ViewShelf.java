package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to lists that somebody named, for themselves or for everybody. */
@Component
public class ViewShelf {

    private static final Set<String> ENTITIES = Set.of("person", "organisation");

    private final SavedViews views;
    private final Today today;

    ViewShelf(SavedViews views, Today today) {
        this.views = views;
        this.today = today;
    }

    /** The query is what stands after the question mark, without the mark of a page. */
    public record New(String entity, String name, String query, boolean shared) {

        public New {
            name = name.strip();
            if (name.isEmpty()) {
                throw Problem.invalid("name", "register.view.nameMissing");
            }
            if (!ENTITIES.contains(entity)) {
                throw Problem.invalid("entity", "register.view.entity", entity);
            }
            query = query.replaceFirst("^\\?", "")
                    .replaceAll("(^|&)after=[^&]*", "")
                    .replaceFirst("^&", "");
        }
    }

    public UUID save(New view, AccountId owner) {
        var id = Ids.next();
        views.add(new SavedView(id, view.entity(), view.name(), view.query(), view.shared(), owner), today.moment());
        return id;
    }

    public List<SavedView> of(String entity, AccountId account) {
        return views.of(entity, account);
    }

    public void remove(UUID id, AccountId owner) {
        if (!views.remove(id, owner)) {
            throw Problem.notFound("view");
        }
    }
}
