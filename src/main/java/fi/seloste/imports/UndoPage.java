package fi.seloste.imports;

import fi.seloste.ui.View;

/** What taking an import back would do, before it is done. */
public record UndoPage(Import entry, Outlook outlook) implements View {

    @Override
    public String as() {
        return "customer";
    }
}
