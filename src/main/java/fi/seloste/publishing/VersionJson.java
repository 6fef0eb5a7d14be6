package fi.seloste.publishing;

import fi.seloste.notice.Amendment;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Flaw;
import fi.seloste.notice.NoticeJson;
import fi.seloste.notice.Version;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Versions, drafts and differences as the API tells them. */
final class VersionJson {

    private VersionJson() {}

    static Map<String, Object> brief(Version version) {
        var json = new LinkedHashMap<String, Object>();
        json.put("number", version.number());
        json.put("publishedAt", version.published().at().toString());
        json.put("effectiveOn", version.published().effectiveOn().toString());
        json.put("note", version.judged().note());
        json.put("material", version.judged().material());
        json.put("advice", version.judged().findings());
        json.put("sha256", version.judged().sha256());
        return json;
    }

    static Map<String, Object> whole(Optional<Version> version, Declaration declaration) {
        var json = new LinkedHashMap<>(NoticeJson.of(declaration));
        version.ifPresent(one -> json.put("version", brief(one)));
        return json;
    }

    static Map<String, Object> draft(Draft draft, Publishing.Review review, Locale locale) {
        var json = new LinkedHashMap<String, Object>();
        json.put("declaration", draft.text());
        json.put("basedOn", draft.basedOn());
        json.put("version", draft.version());
        json.put("findings", NoticeJson.of(review.findings(), locale));
        json.putAll(changes(review.amendments(), locale));
        return json;
    }

    static Map<String, Object> changes(List<Amendment> amendments, Locale locale) {
        return Map.of(
                "material",
                amendments.stream().anyMatch(Amendment::material),
                "changes",
                amendments.stream().map(one -> change(one, locale)).toList());
    }

    static List<Map<String, Object>> flaws(List<Flaw> flaws, Locale locale) {
        return flaws.stream()
                .map(flaw -> Map.<String, Object>of(
                        "line", flaw.place().line(),
                        "column", flaw.place().column(),
                        "path", flaw.place().path(),
                        "sentence", flaw.sentence().in(locale),
                        "remedy", flaw.remedy().in(locale)))
                .toList();
    }

    private static Map<String, Object> change(Amendment one, Locale locale) {
        return Map.of(
                "path", one.path(),
                "kind", one.kind().code(),
                "sentence", one.in(locale),
                "material", one.material(),
                "groups", one.groups());
    }
}
