package fi.seloste.publishing;

import fi.seloste.notice.Anchor;
import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Removal;
import fi.seloste.notice.RetentionRule;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How long one category is kept, why, and what it serves. With {@code purpose} it is the rule for what that purpose needs. */
public record CategoryPage(
        String id, String name, Purpose purpose, Rule rule, List<Choice> serves, Asked asked, Errors errors)
        implements View {

    /** Id and name; both empty for the general rule. */
    public record Purpose(String id, String name) {}

    /** As the fields show it. {@code follows} is the id of the category whose rules hold, or empty. */
    public record Rule(String follows, String anchor, String amount, String unit, String action, Ground ground) {}

    public record Ground(String kind, Map<String, String> words) {}

    public record Choice(String id, String label, boolean chosen) {}

    /** What the form was made from: the draft's version, and what can be chosen. */
    public record Asked(int seen, List<Option> others, List<Option> anchors, List<Option> actions) {}

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }

    static CategoryPage of(Draft draft, Declaration declaration, Category category, String purpose, Locale language) {
        return new CategoryPage(
                category.id(),
                category.name().in(language),
                new Purpose(
                        purpose,
                        declaration
                                .purpose(purpose)
                                .map(one -> one.name().in(language))
                                .orElse("")),
                shown(category, purpose, declaration.languages()),
                declaration.processing().purposes().values().stream()
                        .map(one -> new Choice(
                                one.id(),
                                one.name().in(language),
                                category.purposes().contains(one.id())))
                        .toList(),
                new Asked(
                        draft.version(),
                        declaration.processing().categories().values().stream()
                                .filter(one -> !one.id().equals(category.id())
                                        && one.retention().follows() == null)
                                .map(one -> new Option(one.id(), one.name().in(language)))
                                .toList(),
                        Arrays.stream(Anchor.values())
                                .map(one -> new Option(one.code(), one.in(language)))
                                .toList(),
                        Arrays.stream(Removal.values())
                                .map(one -> new Option(one.code(), one.in(language)))
                                .toList()),
                Errors.none());
    }

    private static Rule shown(Category category, String purpose, List<String> languages) {
        var retention = category.retention();
        Optional<RetentionRule> found = purpose.isEmpty()
                ? retention.general()
                : retention.rules().stream()
                        .filter(one -> purpose.equals(one.purpose()))
                        .findFirst();
        var rule = found.orElse(null);
        var words = new LinkedHashMap<String, String>();
        languages.forEach(language ->
                words.put(language, rule == null ? "" : rule.ground().text().in(Locale.of(language))));
        var follows = retention.follows() == null || !purpose.isEmpty() ? "" : retention.follows();
        if (rule == null) {
            return new Rule(
                    follows, Anchor.OWN_ACT.code(), "", "months", Removal.ERASE.code(), new Ground("reason", words));
        }
        return new Rule(
                follows,
                rule.anchor().code(),
                Integer.toString(amount(rule.period())),
                unit(rule.period()),
                rule.action().code(),
                new Ground(rule.ground().law() ? "law" : "reason", words));
    }

    private static int amount(Period period) {
        return switch (unit(period)) {
            case "days" -> period.getDays();
            case "years" -> period.getYears();
            default -> (int) period.toTotalMonths();
        };
    }

    private static String unit(Period period) {
        return period.getDays() != 0 ? "days" : period.getYears() != 0 && period.getMonths() == 0 ? "years" : "months";
    }

    /** The same page with what was sent, and what is wrong with it. */
    CategoryPage sent(Sent sent, Errors wrong) {
        var languages = List.copyOf(rule.ground().words().keySet());
        return new CategoryPage(
                id,
                name,
                purpose,
                new Rule(
                        sent.text("follows"),
                        sent.text("anchor"),
                        sent.text("amount"),
                        sent.text("unit"),
                        sent.text("action"),
                        new Ground(sent.text("ground"), sent.words("why", languages))),
                serves.stream()
                        .map(one -> new Choice(
                                one.id(), one.label(), sent.all("purpose").contains(one.id())))
                        .toList(),
                asked,
                wrong);
    }
}
