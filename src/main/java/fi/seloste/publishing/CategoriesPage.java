package fi.seloste.publishing;

import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.RetentionRule;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept and how long: a card for each category of the draft. */
public record CategoriesPage(Head head, List<Card> cards, List<Offer> offers) implements View {

    /** A category that the product knows and the draft does not; {@code whole} names the one with which it is declared as long as it is not taken over. */
    public record Offer(
            String id, String name, String data, @Nullable String whole) {}

    /** {@code follows} is the name of the category whose rules these are. */
    public record Card(
            String id,
            String name,
            String data,
            List<Rule> rules,
            @Nullable String follows,
            Used used,
            boolean changed) {}

    /** A rule of keeping; {@code purpose} is empty where it holds for everything else. */
    public record Rule(String purposeId, String purpose, String brief, String end, Why why) {}

    public record Why(boolean law, String words) {}

    /** What the category serves, and the names of the product's purposes that read it therefore. */
    public record Used(List<String> purposes, List<String> readers) {}

    static CategoriesPage of(
            Head head, Declaration draft, List<Category> missing, Declaration inForce, Locale language) {
        return new CategoriesPage(
                head,
                draft.processing().categories().values().stream()
                        .map(one -> card(one, draft, inForce, language))
                        .toList(),
                missing.stream().map(one -> offer(one, draft, language)).toList());
    }

    private static Offer offer(Category one, Declaration draft, Locale language) {
        return new Offer(
                one.id(),
                one.name().in(language),
                one.wording().data().in(language),
                draft.covering(one.id()).map(whole -> whole.name().in(language)).orElse(null));
    }

    private static Card card(Category one, Declaration draft, Declaration inForce, Locale language) {
        var follows = one.retention().follows();
        return new Card(
                one.id(),
                one.name().in(language),
                one.wording().data().in(language),
                rules(one, draft, language),
                follows == null
                        ? null
                        : draft.category(follows).orElse(one).name().in(language),
                new Used(
                        one.purposes().stream()
                                .flatMap(id -> draft.purpose(id).stream())
                                .map(purpose -> purpose.name().in(language))
                                .toList(),
                        draft.readersOf(one.id()).stream().map(p -> p.code()).toList()),
                !Objects.equals(one, inForce.category(one.id()).orElse(null)));
    }

    private static List<Rule> rules(Category one, Declaration draft, Locale language) {
        return one.retention().isEnforceable()
                ? one.retention().rules().stream()
                        .map(rule -> rule(rule, draft, language))
                        .toList()
                : List.of(new Rule("", "", one.retention().criteria().in(language), "", new Why(false, "")));
    }

    private static Rule rule(RetentionRule rule, Declaration draft, Locale language) {
        var purpose = rule.purpose() == null ? "" : rule.purpose();
        return new Rule(
                purpose,
                draft.purpose(purpose).map(known -> known.name().in(language)).orElse(""),
                rule.brief().in(language),
                rule.action().in(language),
                new Why(rule.ground().law(), rule.ground().text().in(language)));
    }
}
