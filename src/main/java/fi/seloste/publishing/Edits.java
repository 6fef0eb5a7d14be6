package fi.seloste.publishing;

import fi.seloste.base.Problem;
import fi.seloste.notice.Controller;
import fi.seloste.notice.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each form does to the text of the declaration. */
final class Edits {

    private Edits() {}

    static Sheet category(Sheet sheet, CategoryPage page, Sent sent) {
        var id = page.id();
        var languages = List.copyOf(page.rule().ground().words().keySet());
        if (page.purpose().id().isEmpty()) {
            if (sent.all("purpose").isEmpty()) {
                throw Problem.invalid("purpose", "publishing.form.purposeless");
            }
            sheet.set(sent.all("purpose"), "categories", id, "purposes");
            var follows = sent.text("follows");
            if (!follows.isEmpty()) {
                List.of("anchor", "period", "action", "law", "reason", "criteria")
                        .forEach(key -> sheet.remove("categories", id, "retention", key));
                return sheet.set(follows, "categories", id, "retention", "with");
            }
            sheet.remove("categories", id, "retention", "with").remove("categories", id, "retention", "criteria");
            return rule(sheet, sent, languages, "categories", id, "retention");
        }
        return rule(
                sheet,
                sent,
                languages,
                "categories",
                id,
                "retention",
                "for",
                page.purpose().id());
    }

    private static Sheet rule(Sheet sheet, Sent sent, List<String> languages, String... path) {
        var kind = sent.text("ground").equals("law") ? "law" : "reason";
        var words = sent.translated("why", languages);
        return sheet.set(sent.needed("anchor"), under(path, "anchor"))
                .set(sent.period().toString(), under(path, "period"))
                .set(sent.needed("action"), under(path, "action"))
                .remove(under(path, kind.equals("law") ? "reason" : "law"))
                .set(words, under(path, kind));
    }

    static Sheet purpose(Sheet sheet, String id, Sent sent) {
        return sheet.set(sent.all("uses"), "purposes", id, "uses");
    }

    static Sheet recipient(Sheet sheet, RecipientPage page, Sent sent) {
        var languages = List.copyOf(page.values().name().keySet());
        var name = sent.translated("name", languages);
        var does = sent.translated("does", languages);
        var id = page.id().isEmpty() ? newId(sheet, name.values().iterator().next()) : page.id();
        sheet.set(sent.needed("role"), "recipients", id, "role");
        if (sent.text("use").isEmpty()) {
            sheet.set("off", "recipients", id, "use");
        } else {
            sheet.remove("recipients", id, "use");
        }
        return sheet.set(Sent.once(name), "recipients", id, "name")
                .set(Sent.once(does), "recipients", id, "does")
                .set(sent.all("purpose"), "recipients", id, "purposes")
                .set(sent.all("category"), "recipients", id, "categories")
                .setOrRemove(sent.text("country"), "recipients", id, "country")
                .setOrRemove(sent.text("safeguard"), "recipients", id, "safeguard")
                .setOrRemove(sent.day("agreement"), "recipients", id, "agreement")
                .setOrRemove(sent.text("website"), "recipients", id, "website");
    }

    /** An id that people can read in the file, made of the name. */
    private static String newId(Sheet sheet, String name) {
        var plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var id = plain.isEmpty() ? "recipient" : plain;
        for (int again = 2; !sheet.text("recipients", id, "role").isEmpty(); again++) {
            id = plain + "-" + again;
        }
        return id;
    }

    static Sheet controller(Sheet sheet, List<String> languages, Sent sent) {
        sheet.set(sent.needed("name"), "controller", "name")
                .setOrRemove(sent.text("businessId"), "controller", "businessId");
        for (var part : ControllerPage.REACH) {
            sheet.setOrRemove(sent.text(part), "controller", part);
            sheet.setOrRemove(sent.text("authority." + part), "controller", "authority", part);
        }
        sheet.set(offices(sheet, languages, sent), "controller", "contacts");
        return sheet.setOrRemove(sent.text("requestAddress"), "practices", "requestAddress");
    }

    /** An office is there when somebody can be reached in it; one that had a name of its own keeps it. */
    private static List<Map<String, Object>> offices(Sheet sheet, List<String> languages, Sent sent) {
        var offices = new ArrayList<Map<String, Object>>();
        for (var kind : Controller.Office.Kind.values()) {
            var reach = new LinkedHashMap<String, Object>();
            for (var part : ControllerPage.REACH) {
                var value = sent.text(kind.code() + "." + part);
                if (!value.isEmpty()) {
                    reach.put(part, value);
                }
            }
            if (!reach.isEmpty()) {
                var office = new LinkedHashMap<String, Object>();
                office.put("kind", kind.code());
                office.put("name", officeName(sheet, languages, kind));
                office.putAll(reach);
                offices.add(office);
            }
        }
        return offices;
    }

    private static Map<String, String> officeName(Sheet sheet, List<String> languages, Controller.Office.Kind kind) {
        return sheet.itemWords(languages, "kind", kind.code(), "controller", "contacts")
                .orElseGet(() -> {
                    var words = new LinkedHashMap<String, String>();
                    languages.forEach(language -> words.put(language, kind.in(Locale.of(language))));
                    return words;
                });
    }

    static Sheet text(Sheet sheet, TextPage page, Sent sent) {
        var words = sent.translated("words", page.languages());
        if (!page.isLines()) {
            return sheet.set(words, page.path().split("\\."));
        }
        var lines = new ArrayList<Map<String, String>>();
        words.forEach((language, text) -> {
            var own = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            for (int i = 0; i < own.size(); i++) {
                if (lines.size() <= i) {
                    lines.add(new LinkedHashMap<>());
                }
                lines.get(i).put(language, own.get(i));
            }
        });
        if (lines.stream().anyMatch(line -> line.size() != words.size())) {
            throw Problem.invalid("words." + page.languages().getFirst(), "publishing.form.lines");
        }
        return sheet.set(lines, "heading", "summary");
    }

    private static String[] under(String[] path, String key) {
        var longer = java.util.Arrays.copyOf(path, path.length + 1);
        longer[path.length] = key;
        return longer;
    }
}
