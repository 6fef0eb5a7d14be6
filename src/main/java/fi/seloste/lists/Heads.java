package fi.seloste.lists;

import fi.seloste.base.Problem;
import fi.seloste.register.SavedView;
import fi.seloste.register.Sight;
import fi.seloste.register.ViewShelf;
import fi.seloste.staff.Action;
import fi.seloste.staff.SignedIn;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what stands above a list. */
@Component
class Heads {

    private final Purposes purposes;
    private final Sight sight;
    private final ViewShelf shelf;

    Heads(Purposes purposes, Sight sight, ViewShelf shelf) {
        this.purposes = purposes;
        this.sight = sight;
        this.shelf = shelf;
    }

    List<SavedView> views(Kind kind, SignedIn viewer) {
        return ListHead.seenBy(
                shelf.of(kind.entity(), viewer.id()), kind, viewer.permissions().purposes(), viewer.id());
    }

    ListHead of(ListAddress at, Purpose purpose, List<SavedView> views, SignedIn viewer) {
        return new ListHead(at, purpose, readable(at.kind(), purpose, viewer), views);
    }

    /** The viewer's purposes that read such a list by the notice; a list in any other would be a refusal of the database. */
    private List<Purpose> readable(Kind kind, Purpose purpose, SignedIn viewer) {
        var held = Purpose.ofStaff().stream()
                .filter(one -> viewer.permissions().may(one, Action.SEE))
                .toList();
        var seeing =
                purposes.as(purpose, () -> kind == Kind.PEOPLE ? sight.ofPeople(held) : sight.ofOrganisations(held));
        if (!seeing.contains(purpose)) {
            throw Problem.notAllowed("lists.purposeReadsNobody", purpose.code());
        }
        return List.copyOf(seeing);
    }
}
