package fi.seloste.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is promised besides the processing itself. All of it may be missing; the linter knows what the law wants. */
final class PromisesReader {

    private final Words words;

    PromisesReader(Words words) {
        this.words = words;
    }

    Declaration.Promises read(Section root) {
        return new Declaration.Promises(rights(root), practices(root), automated(root), cookies(root), texts(root));
    }

    private Map<NoticeRight, Text> rights(Section root) {
        var rights = new EnumMap<NoticeRight, Text>(NoticeRight.class);
        if (root.has("rights")) {
            var section = root.section("rights");
            Arrays.stream(NoticeRight.values())
                    .filter(right -> section.has(right.code()))
                    .forEach(right -> rights.put(right, words.in(section, right.code())));
            section.end();
        }
        return rights;
    }

    private static Practices practices(Section root) {
        if (!root.has("practices")) {
            return new Practices(null, null, null, null, null);
        }
        var section = root.section("practices");
        var practices = new Practices(
                section.findChoice("requestForm", Practices.RequestForm.class),
                section.find("requestAddress"),
                section.findChoice("fee", Practices.Fee.class),
                new Practices.Collection(
                        section.either("recollection", "prevented", "possible", false),
                        section.either("informing", "within-a-month", "unsaid", false)),
                new Practices.Openness(
                        section.either("recipientList", "complete", "examples", false),
                        section.either("objectionBlock", "true", "false", false)));
        section.end();
        return practices;
    }

    /** Only one answer is offered: the product makes no automated decisions, so none can be declared. */
    private Text automated(Section root) {
        if (!root.has("automated")) {
            return Text.NONE;
        }
        var section = root.section("automated");
        section.either("decisions", "none", "none", true);
        var text = words.in(section, "text");
        section.end();
        return text;
    }

    private Cookies cookies(Section root) {
        if (!root.has("cookies")) {
            return new Cookies(Text.NONE, List.of());
        }
        var section = root.section("cookies");
        var list = new ArrayList<>(
                DeclarationReader.each(section, "list", this::cookie).values());
        var cookies = new Cookies(words.in(section, "text"), list);
        section.end();
        return cookies;
    }

    private Cookies.Cookie cookie(String name, Section section) {
        return new Cookies.Cookie(
                name,
                words.in(section, "text"),
                section.text("provider"),
                section.either("consent", "true", "false", true),
                new Cookies.Reach(
                        section.either("thirdParty", "true", "false", false), section.findPeriod("lifetime")));
    }

    private Map<String, Text> texts(Section root) {
        var texts = new LinkedHashMap<String, Text>();
        if (root.has("texts")) {
            var section = root.section("texts");
            section.keys().forEach(key -> texts.put(key, words.in(section, key)));
            section.end();
        }
        return texts;
    }
}
