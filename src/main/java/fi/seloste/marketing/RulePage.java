package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** What the house has set for all its campaigns; {@code approvers} may say the second person's word. */
public record RulePage(RuleForm form, int approvers, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
