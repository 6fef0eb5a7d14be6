package fi.seloste.movers;

import java.util.Arrays;
import java.util.Locale;

/** Another mailing tool whose export is understood. */
public enum Tool {
    LISTMONK("listmonk"),
    MAUTIC("Mautic"),
    MAILCHIMP("Mailchimp");

    private final String shown;

    Tool(String shown) {
        this.shown = shown;
    }

    public String shown() {
        return shown;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tool of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
