package fi.seloste.publishing;

import fi.seloste.notice.Flaw;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** Takes a whole declaration in as a file, and shows line by line what keeps it from being one. */
public record UploadPage(int seen, List<Flaw> flaws, Errors errors) implements View {

    @Override
    public int status() {
        return flaws.isEmpty() && errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
