package fi.seloste.marketing;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Said;
import fi.seloste.ui.View;
import java.util.List;

/** What exactly would leave, for whoever is to approve it: the mail in every language, whom it reaches and whom not, from whom, when, and the checks. */
public record ApprovalPage(
        Looked looked, ApprovalCard card, List<Mail> mails, List<Said> besides, String sender, Errors errors)
        implements View {

    /** The mail in one language. */
    public record Mail(String language, String subject, String text, String url) {}

    public Campaign campaign() {
        return looked.campaign();
    }

    public String url() {
        return "/marketing/campaigns/" + campaign().id() + "/approval";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
