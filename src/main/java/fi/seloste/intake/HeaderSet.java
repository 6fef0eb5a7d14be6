package fi.seloste.intake;

import java.util.Locale;

/** Whose export a list is, known by its headers. */
public enum HeaderSet {
    OWN,
    PIPEDRIVE_PEOPLE,
    PIPEDRIVE_ORGANISATIONS,
    GOOGLE_CONTACTS,
    GOOGLE_CONTACTS_2024,
    OUTLOOK,
    OUTLOOK_FI,
    HUBSPOT,
    MAILCHIMP,
    VCARD,
    FREE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title(Texts texts) {
        return texts.t("intake.set." + code());
    }
}
