package fi.seloste.cards;

import fi.seloste.base.PersonId;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Reply;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a person. */
@Controller
@Reads
class PersonPages {

    private final PersonDesk desk;
    private final Purposes purposes;

    PersonPages(PersonDesk desk, Purposes purposes) {
        this.desk = desk;
        this.purposes = purposes;
    }

    @GetMapping("/people/{id}")
    Reply person(@PathVariable PersonId id, @RequestParam Map<String, String> query, Viewpoint at) {
        return purposes.as(at.purpose(), () -> desk.page(at, query));
    }
}
