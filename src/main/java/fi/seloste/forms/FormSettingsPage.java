package fi.seloste.forms;

import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is decided about a form besides its words; without one it is the page of a new one. */
public record FormSettingsPage(@Nullable Form form, Choices choices, SettingsForm sent, Errors errors) implements View {

    /** Kinds by code; employees; where the form leads, for kinds of other modules; the public address of the house. */
    public record Choices(List<String> kinds, List<Option> owners, List<Option> targets, String house) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    /** Nothing is chosen for anybody: where it is not said yet, nothing stands there. */
    public List<Option> targets() {
        var asked = sent.shown(sent.target());
        return choices.targets().stream().anyMatch(one -> one.value().equals(asked))
                ? choices.targets()
                : Stream.concat(Stream.of(new Option("", "")), choices.targets().stream())
                        .toList();
    }

    public String url() {
        return form == null ? "/forms" : "/forms/" + form.id() + "/settings";
    }
}
