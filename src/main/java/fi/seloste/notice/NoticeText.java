package fi.seloste.notice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The published notice as plain text, for the terminal and for mails. */
final class NoticeText {

    private final PublicPage page;
    private final StringBuilder text = new StringBuilder();

    private NoticeText(PublicPage page) {
        this.page = page;
    }

    static String of(PublicPage page) {
        return new NoticeText(page).write();
    }

    private String write() {
        heading(page.top().title(), "=");
        page.top().summary().forEach(line -> line("- " + line));
        block(page.top().objection());
        section(
                "controller",
                Stream.concat(
                                Stream.of(
                                        party(page.who().controller()),
                                        page.who().business()),
                                page.who().offices().stream().map(NoticeText::party))
                        .toList());
        paragraph(page.top().scope());
        section("purposes", page.what().purposes().stream().map(this::purpose).toList());
        section(
                "categories",
                page.what().categories().stream().map(this::category).toList());
        section(
                "sources",
                page.what().sources().stream()
                        .map(row -> row.name() + " (" + row.kind() + "). " + row.text())
                        .toList());
        section(
                "recipients",
                page.what().recipients().stream().map(NoticeText::recipient).toList());
        section(
                "rights",
                page.rest().rights().stream()
                        .map(row -> row.name() + " (" + row.article() + "): " + row.text())
                        .toList());
        page.rest().blocks().forEach(this::block);
        block(page.rest().automated());
        section(
                "cookies",
                Stream.concat(
                                Stream.of(page.rest().cookies()),
                                page.rest().cookieList().stream()
                                        .map(row -> row.name() + ": " + row.text() + ", " + row.provider() + ", "
                                                + row.lifetime()))
                        .toList());
        var authority = page.who().authority();
        if (authority != null) {
            section("authority", List.of(party(authority)));
        }
        var place = page.top().version().place();
        if (!place.version().isEmpty()) {
            paragraph(place.version());
        }
        paragraph(page.top().version().prepared() + " " + page.top().version().updated() + " SHA-256 "
                + page.top().version().hash());
        return text.toString();
    }

    private String purpose(PublicPage.PurposeRow row) {
        var because = row.basis().because().isBlank() ? "" : " " + row.basis().because();
        return row.name() + ": " + row.text() + " " + page.label("basis") + ": "
                + row.basis().name() + " (" + row.basis().article() + ")." + because;
    }

    private String category(PublicPage.CategoryRow row) {
        return row.named().name() + ": " + row.named().data() + ". " + page.label("groups") + ": "
                + row.links().groups() + ". " + page.label("sources") + ": "
                + row.links().sources() + ". " + String.join(" ", row.kept().rules());
    }

    private static String recipient(PublicPage.RecipientRow row) {
        return row.name() + " (" + row.role() + "): " + row.does() + "; "
                + row.where().country() + ", " + row.where().transfer();
    }

    private static String party(PublicPage.Party party) {
        return Stream.of(party.name(), party.address(), party.email(), party.phone(), party.website())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private void section(String label, List<String> lines) {
        heading(page.label(label), "-");
        lines.stream().filter(line -> !line.isBlank()).forEach(line -> line("- " + line));
    }

    private void block(PublicPage.Block block) {
        if (!block.text().isBlank()) {
            heading(block.title(), "-");
            paragraph(block.text());
        }
    }

    private void heading(String title, String rule) {
        if (!text.isEmpty()) {
            line("");
        }
        line(title);
        line(rule.repeat(title.length()));
    }

    private void paragraph(String words) {
        line("");
        line(words);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
