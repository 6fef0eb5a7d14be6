package fi.seloste.rights;

import fi.seloste.datamap.Walk;

/** Names every place where people's data can lie, with how many rows were found or none, and each exclusion with its ground. */
final class CompletenessSheet {

    private final Contents contents;
    private final AccessCopy.Written written;

    CompletenessSheet(Contents contents, AccessCopy.Written written) {
        this.contents = contents;
        this.written = written;
    }

    void write(Html html) {
        var title = contents.t("rights.sheet.title");
        html.open(contents.request().asker().language(), title);
        html.h1(title).p(contents.t("rights.sheet.lead", contents.sections().size(), contents.today()));
        html.head(
                contents.t("rights.copy.category"),
                contents.t("rights.sheet.place"),
                contents.t("rights.sheet.found"),
                contents.t("rights.sheet.given"),
                contents.t("rights.sheet.note"));
        contents.sections().forEach(section -> row(html, section));
        html.endTable();
        html.h2(contents.t("rights.sheet.always")).raw("<ul>");
        for (var one : new String[] {"staff", "secret", "fingerprint", "search", "consultation"}) {
            html.element("li", contents.t("rights.sheet.always." + one));
        }
        html.raw("</ul>\n").close();
    }

    private void row(Html html, Walk.Section section) {
        var table = section.table();
        long given = written.rows.getOrDefault(table.qualified(), 0L);
        html.row(
                contents.told().nameOf(table.category()),
                contents.words().place(table.qualified()),
                section.rows() == 0 ? contents.t("rights.sheet.none") : String.valueOf(section.rows()),
                section.rows() == 0 ? "" : String.valueOf(given),
                note(section, given));
    }

    private String note(Walk.Section section, long given) {
        var leftOut = written.leftOut.getOrDefault(section.table().qualified(), 0L);
        if (leftOut > 0) {
            return contents.t("rights.sheet.leftOut", leftOut);
        }
        return given < section.rows() ? contents.t("rights.sheet.notProvided") : "";
    }
}
