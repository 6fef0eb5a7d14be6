package fi.seloste.cards;

import fi.seloste.register.Both;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A note to be written or changed; after a conflict with what somebody else wrote meanwhile. */
public record NotePage(Viewpoint at, @Nullable String note, NoteForm form, Errors errors, List<Both> both)
        implements View {

    static NotePage fresh(Viewpoint at, NoteForm form, Errors errors) {
        return new NotePage(at, null, form.shown(), errors, List.of());
    }

    public String url() {
        return at.to(note == null ? "/notes" : "/notes/" + note);
    }

    @Override
    public int status() {
        return both.isEmpty() ? errors.isEmpty() ? 200 : 400 : 409;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
