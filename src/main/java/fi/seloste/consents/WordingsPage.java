package fi.seloste.consents;

import fi.seloste.ui.View;
import java.util.List;

/** The words that people are asked by, and how many said yes to what. */
public record WordingsPage(List<Row> rows, boolean mayWrite, String as) implements View {

    /** The newest words of a purpose and topic in one language; {@code standing} counts people, whatever words they saw. */
    public record Row(String name, Wording wording, long standing) {}
}
