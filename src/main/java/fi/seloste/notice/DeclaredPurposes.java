package fi.seloste.notice;

import fi.seloste.staff.OpenPurposes;
import fi.seloste.store.Purpose;
import org.springframework.stereotype.Component;

/** A purpose of staff is open where a purpose of the notice in force uses it. Rights, retention and the house itself need no declaring. */
@Component
class DeclaredPurposes implements OpenPurposes {

    private final Notice notice;

    DeclaredPurposes(Notice notice) {
        this.notice = notice;
    }

    @Override
    public boolean isOpen(Purpose purpose) {
        return !purpose.isOfStaff()
                || !notice.inForce().purposesOpening(purpose).isEmpty();
    }
}
