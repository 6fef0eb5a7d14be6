package fi.seloste.disclosures;

import fi.seloste.register.PersonRow;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One disclosure: what was asked, whom it concerns, what was decided, and the secrecy. */
public record DisclosurePage(
        Disclosure disclosure,
        Whom whom,
        List<PersonRow> untold,
        List<Option> categories,
        DecisionForm form,
        LocalDate today,
        Errors errors)
        implements View {

    /** Those named, how many of them are no longer in the register, and whom a search found. */
    public record Whom(List<PersonRow> named, int gone, String asked, List<PersonRow> found) {}

    public String url() {
        return "/disclosures/" + disclosure.id();
    }

    /** Who has an address to which a letter can go. */
    public long writable() {
        return untold.stream().filter(row -> row.email() != null).count();
    }

    public boolean isToBeTold() {
        return disclosure.isToBeTold(today);
    }

    /** What tells one person from another of the same name. */
    public String note(PersonRow row) {
        var employer = row.employer();
        return Stream.of(row.jobTitle(), employer == null ? null : employer.name(), row.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** What went to the authority, as the notice calls it; a category that it no longer has is called by its code. */
    public String given() {
        var answer = disclosure.answer();
        return answer == null
                ? ""
                : answer.categories().stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(String category) {
        return categories.stream()
                .filter(option -> option.value().equals(category))
                .map(Option::label)
                .findFirst()
                .orElse(category);
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
