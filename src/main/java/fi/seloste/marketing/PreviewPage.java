package fi.seloste.marketing;

import fi.seloste.register.PersonRow;
import fi.seloste.ui.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign as one reader gets it: the mail itself in a frame, and its plain text. */
public record PreviewPage(Campaign campaign, Shown shown, String asked, List<PersonRow> found) implements View {

    /** In which language, to whom, and what it says. */
    public record Shown(String language, @Nullable PersonRow person, String subject, String text) {}

    /** The language in which this reader gets it. */
    public String own() {
        var person = shown.person();
        return campaign.content().languageFor(person == null || person.language() == null ? "" : person.language());
    }

    public String url() {
        return "/marketing/campaigns/" + campaign.id() + "/preview";
    }

    public String url(String language) {
        return url() + "?language=" + language + whom();
    }

    public String mail() {
        return "/marketing/campaigns/" + campaign.id() + "/mail?language=" + shown.language() + whom();
    }

    private String whom() {
        return shown.person() == null ? "" : "&person=" + shown.person().id();
    }

    @Override
    public String as() {
        return "marketing";
    }
}
