package fi.seloste.forms;

import fi.seloste.ui.View;
import org.jspecify.annotations.Nullable;

/** The page behind a letter's link: it asks for one press, and then says what comes, or hands the file out. */
public record ConfirmPage(
        String token,
        Content.Heading heading,
        boolean done,
        @Nullable File file) implements View {

    public record File(String name, long bytes) {}
}
