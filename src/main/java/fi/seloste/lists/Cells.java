package fi.seloste.lists;

import fi.seloste.base.PhoneNumber;
import fi.seloste.base.Problem;
import fi.seloste.ui.Said;
import fi.seloste.ui.Wording;
import java.util.List;

/** Values of rows in words, the same on a page and in a file. */
public final class Cells {

    /** So many tags stand in a row; how many more there are stands beside them, since rows of one height are read faster. */
    public static final int TAGS = 1;

    private Cells() {}

    public static List<String> first(List<String> tags) {
        return tags.subList(0, Math.min(TAGS, tags.size()));
    }

    /** As people read it; a number that came in unreadable is shown as it is kept. */
    public static String phone(String kept) {
        try {
            return PhoneNumber.parse(kept).display();
        } catch (Problem.Invalid e) {
            return kept;
        }
    }

    public static String language(String code, Wording wording) {
        return Languages.said(code) instanceof Said said ? wording.t(said) : code;
    }
}
