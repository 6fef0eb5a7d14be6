package fi.seloste.instructions;

import fi.seloste.staff.Permission;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;

/** An instruction to be written, or its next edition. */
public record InstructionFormPage(String url, boolean fresh, InstructionForm form, Errors errors) implements View {

    public List<String> purposes() {
        return Permission.HOLDABLE.stream().map(Purpose::code).toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
