package fi.seloste.forms;

import fi.seloste.notice.Text;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as visitors see it, with what was typed where it comes back; in a frame of another site, or looked at before it is published. */
public record FormPage(Form form, Shown shown, Map<String, String> values, Errors errors, Look look, boolean isClosed)
        implements View {

    /** Which words: the content in one of its languages, of which edition, and what for, by the names of the notice's purposes. */
    public record Shown(Content content, int number, String language, List<Text> purposes) {}

    public enum Look {
        PAGE,
        FRAME,
        /** In a frame of a page that is dark itself; any other frame is light, whatever its visitor's device prefers. */
        DARK_FRAME,
        PREVIEW;

        public boolean isFramed() {
            return this == FRAME || this == DARK_FRAME;
        }

        /** What an address says of it; empty outside frames. */
        public String embed() {
            return this == DARK_FRAME ? "dark" : this == FRAME ? "1" : "";
        }

        static Look of(@Nullable String embed) {
            return "dark".equals(embed) ? DARK_FRAME : "1".equals(embed) ? FRAME : PAGE;
        }
    }

    @Override
    public int status() {
        if (isClosed) {
            return 410;
        }
        return errors.isEmpty() ? 200 : 400;
    }

    public Content.Heading heading() {
        return shown.content().heading(shown.language());
    }

    public boolean isFramed() {
        return look.isFramed();
    }

    public boolean isPreview() {
        return look == Look.PREVIEW;
    }

    public String url() {
        return "/f/" + form.plan().slug() + "?lang=" + shown.language() + (isFramed() ? "&embed=" + look.embed() : "");
    }

    public String value(Field field) {
        return values.getOrDefault(field.key(), "");
    }

    /** Fields with something wrong, in the order of the page. */
    public List<Field> wrong() {
        return shown.content().fields().stream()
                .filter(field -> errors.of(field.key()) != null)
                .toList();
    }
}
