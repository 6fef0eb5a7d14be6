package fi.seloste.publishing;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.Finding;
import fi.seloste.store.Purpose;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What data are used for, on which basis, and which purposes of the system each opens. */
public record PurposesPage(Head head, List<Card> cards, List<String> closed) implements View {

    public record Card(String id, String name, String text, Basis basis, List<String> opens, boolean changed) {}

    /** {@code field} is the name of the wording that carries the reason: interest or law, or empty where there is none. */
    public record Basis(String name, String article, String because, String field) {}

    static PurposesPage of(Head head, Declaration draft, Declaration inForce, Locale language) {
        return new PurposesPage(
                head,
                draft.processing().purposes().values().stream()
                        .map(one -> card(one, inForce, language))
                        .toList(),
                Purpose.ofStaff().stream()
                        .filter(one -> draft.purposesOpening(one).isEmpty())
                        .map(Purpose::code)
                        .toList());
    }

    private static Card card(DeclaredPurpose one, Declaration inForce, Locale language) {
        var why = one.justification();
        var field = !why.law().isBlank() ? "law" : !why.interest().isBlank() ? "interest" : "";
        return new Card(
                one.id(),
                one.name().in(language),
                one.wording().text().in(language),
                new Basis(
                        one.basis().in(language),
                        Finding.Law.gdpr(one.basis().place()).words().in(language),
                        (why.law().isBlank() ? why.interest() : why.law()).in(language),
                        field),
                one.uses().stream().map(Purpose::code).toList(),
                !Objects.equals(one, inForce.purpose(one.id()).orElse(null)));
    }

    /** The purposes of the system that a notice may open for staff. */
    public static List<String> codes() {
        return Arrays.stream(Purpose.values())
                .filter(one -> one != Purpose.OWNER)
                .map(Purpose::code)
                .toList();
    }
}
