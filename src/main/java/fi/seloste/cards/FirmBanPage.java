package fi.seloste.cards;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;

/** Bans marketing to everybody at an organisation's domain, because the organisation asked. */
public record FirmBanPage(Viewpoint at, String name, FirmBanForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }

    public String domain() {
        return FirmBanForm.said(form.domain());
    }

    public String askedBy() {
        return FirmBanForm.said(form.askedBy());
    }

    public String reason() {
        return FirmBanForm.said(form.reason());
    }
}
