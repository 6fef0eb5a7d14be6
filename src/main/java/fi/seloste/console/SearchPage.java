package fi.seloste.console;

import fi.seloste.ui.View;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The same as a page of its own, with more of each. */
public record SearchPage(Found found, String chosen, boolean more) implements View {

    @Override
    public String as() {
        return found.purpose() == null ? "" : found.purpose().code();
    }

    /** The whole list of those that match. */
    public String list(String which) {
        var as = chosen.isBlank() ? "" : "&as=" + URLEncoder.encode(chosen, StandardCharsets.UTF_8);
        return "/" + which + "?search=" + URLEncoder.encode(found.typed(), StandardCharsets.UTF_8) + as;
    }
}
