package fi.seloste.publishing;

import fi.seloste.notice.Notice;
import fi.seloste.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what stands above the pages of the draft. */
@Component
class DraftHeads {

    private final Notice notice;
    private final Drafting drafting;
    private final Publishing publishing;
    private final Staff staff;

    DraftHeads(Notice notice, Drafting drafting, Publishing publishing, Staff staff) {
        this.notice = notice;
        this.drafting = drafting;
        this.publishing = publishing;
        this.staff = staff;
    }

    Head of(Draft draft) {
        var by = draft.changedBy();
        return Head.of(
                notice,
                draft,
                publishing.review(drafting.declaration(draft)),
                by == null ? null : staff.names(List.of(by)).get(by));
    }
}
