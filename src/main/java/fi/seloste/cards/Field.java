package fi.seloste.cards;

import fi.seloste.ui.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One field as it is edited: how it is written, what can be chosen, and the value that is there. */
public record Field(String code, Input input, @Nullable String name, List<Option> options, Kept kept) {

    public enum Input {
        TEXT,
        AREA,
        CHOICE,
        DATE
    }

    /** The value that the editor sees, and the version it belongs to; fields of this company's own have none. */
    public record Kept(String value, @Nullable Integer version) {}

    /** A key for the product's own fields; a field of this company's own bears its name. */
    public String label() {
        return "cards.field." + code;
    }

    public boolean isOwn() {
        return name != null;
    }
}
