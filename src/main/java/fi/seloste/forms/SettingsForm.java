package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.Folded;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the page of a form's settings sends; sites stand one a line. */
public record SettingsForm(
        @Nullable String name,
        @Nullable String slug,
        @Nullable String kind,
        @Nullable String owner,
        @Nullable String days,
        @Nullable String confirm,
        @Nullable String target,
        @Nullable String sites,
        @Nullable List<String> languages,
        @Nullable Integer version) {

    private static final int WORKING_DAYS = 2;

    static SettingsForm empty(String language, String kind) {
        return new SettingsForm(
                "",
                "",
                kind.isBlank() ? Kinds.CONTACT : kind,
                "",
                String.valueOf(WORKING_DAYS),
                null,
                "",
                "",
                List.of(language),
                null);
    }

    static SettingsForm of(Form form) {
        var plan = form.plan();
        var handling = plan.handling();
        return new SettingsForm(
                plan.name(),
                plan.slug(),
                plan.kind(),
                handling.owner() == null ? "" : handling.owner().toString(),
                String.valueOf(handling.days()),
                handling.confirm() ? "true" : null,
                handling.target(),
                String.join("\n", plan.sites()),
                form.content().languages(),
                form.version());
    }

    Form.Plan plan() {
        var handling = new Form.Handling(account(), number(), confirm != null, shown(target));
        var origins = shown(sites).lines().filter(line -> !line.isBlank()).toList();
        return new Form.Plan(shown(name), address(), shown(kind), handling, origins);
    }

    /** Left empty, it is made of the name. */
    private String address() {
        return shown(slug).isBlank()
                ? Folded.of(shown(name)).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "")
                : shown(slug);
    }

    private @Nullable AccountId account() {
        return shown(owner).isBlank() ? null : new AccountId(Ids.parse("owner", shown(owner)));
    }

    private int number() {
        if (!shown(days).strip().matches("\\d{1,3}")) {
            throw Problem.invalid("days", "forms.days", 60);
        }
        return Integer.parseInt(shown(days).strip());
    }

    List<String> spoken() {
        return languages == null ? List.of() : languages;
    }

    public boolean speaks(String language) {
        return spoken().contains(language);
    }

    public boolean isConfirmed() {
        return confirm != null;
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
