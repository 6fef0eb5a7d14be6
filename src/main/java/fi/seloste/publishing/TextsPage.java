package fi.seloste.publishing;

import fi.seloste.notice.Declaration;
import fi.seloste.ui.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The free wording of the notice, each piece with its place. */
public record TextsPage(Head head, List<Entry> entries) implements View {

    /** {@code key} is the message that names it. */
    public record Entry(String path, String key, String text) {}

    static TextsPage of(Head head, Declaration draft, Locale language) {
        var entries = new ArrayList<Entry>();
        var heading = draft.heading();
        entries.add(
                new Entry("heading.title", "notice.field.title", heading.title().in(language)));
        entries.add(
                new Entry("heading.scope", "notice.field.scope", heading.scope().in(language)));
        entries.add(new Entry(
                "heading.summary",
                "notice.field.summary",
                String.join(
                        "\n",
                        heading.summary().stream().map(one -> one.in(language)).toList())));
        entries.add(new Entry(
                "controller.business",
                "notice.field.business",
                draft.controller().business().in(language)));
        var authority = draft.controller().authority();
        if (authority != null) {
            entries.add(new Entry(
                    "controller.authority.name",
                    "notice.page.authority",
                    authority.name().in(language)));
        }
        draft.promises()
                .rights()
                .forEach((right, text) -> entries.add(
                        new Entry("rights." + right.code(), "notice.right." + right.code(), text.in(language))));
        entries.add(new Entry(
                "automated.text",
                "notice.page.automated",
                draft.promises().automated().in(language)));
        entries.add(new Entry(
                "cookies.text",
                "notice.page.cookies",
                draft.promises().cookies().text().in(language)));
        draft.promises()
                .texts()
                .forEach((key, text) ->
                        entries.add(new Entry("texts." + key, "notice.page.text." + key, text.in(language))));
        return new TextsPage(head, entries);
    }
}
