package fi.seloste.imports;

import fi.seloste.ui.View;

/** What taking an import back would do, before it is done, and how much that other modules attached to it would end. */
public record UndoPage(Import entry, Outlook outlook, int attached) implements View {

    @Override
    public String as() {
        return "customer";
    }
}
