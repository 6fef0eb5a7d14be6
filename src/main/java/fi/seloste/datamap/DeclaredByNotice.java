package fi.seloste.datamap;

import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Access as the notice in force declares it: a category that it does not know is read by no purpose of staff. */
@Component
class DeclaredByNotice implements Declared {

    private final Notice notice;

    DeclaredByNotice(Notice notice) {
        this.notice = notice;
    }

    @Override
    public Set<Purpose> purposesOf(String category) {
        return Set.copyOf(notice.inForce().readersOf(category));
    }
}
