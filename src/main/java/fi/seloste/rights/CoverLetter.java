package fi.seloste.rights;

import fi.seloste.datamap.Walk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The covering letter: the items of Art. 15(1) and (2) for this very person, in their language. */
final class CoverLetter {

    private final Contents contents;
    private final AccessCopy.Written written;

    CoverLetter(Contents contents, AccessCopy.Written written) {
        this.contents = contents;
        this.written = written;
    }

    void write(Html html) {
        var told = contents.told();
        var title = t("rights.copy.title." + contents.request().right().code());
        html.open(contents.request().asker().language(), title);
        html.element("address", told.who().name() + ", " + told.who().reach());
        html.h1(title);
        html.p(t(
                "rights.copy.reference",
                contents.request().number(),
                contents.request().course().received().on(),
                contents.today()));
        html.p(t("rights.copy.confirm", contents.name(), told.who().name()));
        if (contents.request().right() == Right.PORTABILITY) {
            html.p(t(written.items() == 0 ? "rights.copy.portability.nothing" : "rights.copy.portability.what"));
        }
        categories(html);
        sources(html);
        recipients(html);
        consultations(html);
        html.h2(t("rights.copy.automated")).p(told.promises().automated());
        rights(html);
        html.h2(t("rights.copy.files"))
                .p(t("rights.copy.files." + contents.request().right().code()));
        html.close();
    }

    /** Art. 15(1)(a), (b), (d): purposes, categories, and until when. */
    private void categories(Html html) {
        html.h2(t("rights.copy.categories"));
        contents.found().kept().ifPresent(kept -> html.p(t("rights.copy.keptAsPerson", kept)));
        html.head(t("rights.copy.category"), t("rights.copy.items"), t("rights.copy.purposes"), t("rights.copy.until"));
        rowsByCategory().forEach((category, rows) -> {
            var kept = contents.told().category(category);
            html.row(
                    contents.told().nameOf(category),
                    rows.toString(),
                    kept.map(k -> k.goals().stream()
                                    .map(g -> g.name() + " (" + g.basis() + ")")
                                    .collect(Collectors.joining("; ")))
                            .orElse(""),
                    kept.map(k -> k.law() == null ? k.until() : k.until() + " (" + k.law() + ")")
                            .orElse(""));
        });
        html.endTable();
    }

    private Map<String, Long> rowsByCategory() {
        var byCategory = new LinkedHashMap<String, Long>();
        for (var section : contents.sections()) {
            long rows = written.rows.getOrDefault(section.table().qualified(), 0L);
            if (rows > 0) {
                byCategory.merge(contents.told().declared(section.table().category()), rows, Long::sum);
            }
        }
        return byCategory;
    }

    /** Art. 15(1)(g): any available information as to the source. */
    private void sources(Html html) {
        html.h2(t("rights.copy.sources"));
        if (written.sources.isEmpty()) {
            html.p(t("rights.copy.sources.none"));
            return;
        }
        html.raw("<ul>");
        written.sources.values().forEach(source -> html.element("li", source));
        html.raw("</ul>\n").p(t("rights.copy.sources.each"));
    }

    /** Art. 15(1)(c) as C-154/21 reads it: the actual recipients. Art. 15(2): the safeguards of a transfer. */
    private void recipients(Html html) {
        html.h2(t("rights.copy.recipients"));
        var held = contents.sections().stream()
                .filter(s -> s.rows() > 0)
                .map((Walk.Section s) -> contents.told().declared(s.table().category()))
                .collect(Collectors.toSet());
        var actual = contents.told().receivers().stream()
                .filter(r -> r.reach().keepsCopies() && r.categories().stream().anyMatch(held::contains))
                .toList();
        if (!written.authorities.isEmpty()) {
            html.p(t("rights.copy.authorities")).raw("<ul>");
            written.authorities.forEach(one -> html.element("li", one));
            html.raw("</ul>\n");
        }
        if (actual.isEmpty() && written.authorities.isEmpty()) {
            html.p(t("rights.copy.recipients.none"));
        } else if (!actual.isEmpty()) {
            html.head(t("rights.copy.recipient"), t("rights.copy.recipient.does"), t("rights.copy.recipient.country"));
            actual.forEach(r -> html.row(
                    r.name(),
                    r.does(),
                    r.reach().outsideEea()
                            ? r.reach().country() + ", " + r.reach().safeguard()
                            : r.reach().country()));
            html.endTable();
        }
        contents.told().receivers().stream()
                .filter(r -> !r.reach().keepsCopies() && r.categories().stream().anyMatch(held::contains))
                .forEach(r -> html.p(r.name() + ": " + r.does()));
        if (actual.stream().noneMatch(r -> r.reach().outsideEea())) {
            html.p(t("rights.copy.transfers.none"));
        }
    }

    /** C-579/21: when and for what the data were consulted; not by which employee. */
    private void consultations(Html html) {
        html.h2(t("rights.copy.consultations"));
        var list = contents.found().consultations();
        if (list.isEmpty()) {
            html.p(t("rights.copy.consultations.none"));
            return;
        }
        html.p(t("rights.copy.consultations.count", list.size()));
        var byPurpose = new TreeMap<String, Long>();
        list.forEach(c -> byPurpose.merge(c.purpose(), 1L, Long::sum));
        html.head(t("rights.copy.purpose"), t("rights.copy.items"), t("rights.copy.last"));
        byPurpose.forEach((purpose, count) -> html.row(
                t("rights.purpose." + purpose),
                count.toString(),
                list.stream()
                        .filter(c -> c.purpose().equals(purpose))
                        .map(c -> contents.moment(c.at()))
                        .findFirst()
                        .orElse("")));
        html.endTable().p(t("rights.copy.consultations.each"));
    }

    /** Art. 15(1)(e), (f). */
    private void rights(Html html) {
        var told = contents.told();
        html.h2(t("rights.copy.rights")).raw("<ul>");
        told.promises().rights().values().forEach(right -> html.element("li", right));
        html.raw("</ul>\n").p(t("rights.copy.ask", told.who().privacyReach()));
        html.h2(t("rights.copy.complaint"))
                .p(told.promises().complaint())
                .p(told.who().authority() + ", " + told.who().authorityReach());
    }

    private String t(String key, Object... arguments) {
        return contents.t(key, arguments);
    }
}
