package fi.seloste.publishing;

import fi.seloste.notice.Declaration;
import fi.seloste.notice.Recipient;
import fi.seloste.notice.Text;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One recipient; a new one has no id yet. */
public record RecipientPage(String id, Values values, Asked asked, Errors errors) implements View {

    public record Values(
            Map<String, String> name, Map<String, String> does, String role, boolean inUse, Place place, Scope scope) {}

    public record Place(String country, String safeguard, String agreement, String website) {}

    public record Scope(List<String> purposes, List<String> categories) {}

    public record Asked(
            int seen,
            List<Option> roles,
            List<Option> safeguards,
            List<Option> countries,
            List<Option> purposes,
            List<Option> categories) {}

    static RecipientPage of(Draft draft, Declaration declaration, @Nullable Recipient one, Locale language) {
        return new RecipientPage(
                one == null ? "" : one.id(),
                values(declaration.languages(), one),
                new Asked(
                        draft.version(),
                        Arrays.stream(Recipient.Role.values())
                                .map(role -> new Option(role.code(), role.in(language)))
                                .toList(),
                        Arrays.stream(Recipient.Safeguard.values())
                                .map(safeguard -> new Option(safeguard.code(), safeguard.in(language)))
                                .toList(),
                        countries(language),
                        declaration.processing().purposes().values().stream()
                                .map(purpose ->
                                        new Option(purpose.id(), purpose.name().in(language)))
                                .toList(),
                        declaration.processing().categories().values().stream()
                                .map(category -> new Option(
                                        category.id(), category.name().in(language)))
                                .toList()),
                Errors.none());
    }

    private static List<Option> countries(Locale language) {
        var collator = java.text.Collator.getInstance(language);
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Option::label, collator))
                .toList();
    }

    private static Values values(List<String> languages, @Nullable Recipient one) {
        if (one == null) {
            return new Values(
                    words(languages, Text.NONE),
                    words(languages, Text.NONE),
                    Recipient.Role.PROCESSOR.code(),
                    true,
                    new Place("FI", "", "", ""),
                    new Scope(List.of(), List.of()));
        }
        var place = one.place();
        var safeguard = place.safeguard();
        return new Values(
                words(languages, one.wording().name()),
                words(languages, one.wording().does()),
                one.role().code(),
                one.inUse(),
                new Place(
                        shown(place.country()),
                        safeguard == null ? "" : safeguard.code(),
                        place.agreement() == null ? "" : place.agreement().toString(),
                        shown(place.website())),
                new Scope(one.scope().purposes(), one.scope().categories()));
    }

    private static Map<String, String> words(List<String> languages, Text text) {
        var words = new LinkedHashMap<String, String>();
        languages.forEach(language -> words.put(language, text.in(Locale.of(language))));
        return words;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    RecipientPage sent(Sent sent, Errors wrong) {
        var languages = List.copyOf(values.name().keySet());
        return new RecipientPage(
                id,
                new Values(
                        sent.words("name", languages),
                        sent.words("does", languages),
                        sent.text("role"),
                        !sent.text("use").isEmpty(),
                        new Place(
                                sent.text("country"),
                                sent.text("safeguard"),
                                sent.text("agreement"),
                                sent.text("website")),
                        new Scope(sent.all("purpose"), sent.all("category"))),
                asked,
                wrong);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
