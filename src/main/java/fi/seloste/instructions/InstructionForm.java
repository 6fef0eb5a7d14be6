package fi.seloste.instructions;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.staff.Permission;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the form of an instruction sends; {@code edition} is the one that the writer saw. */
public record InstructionForm(
        @Nullable String title,
        @Nullable String text,
        @Nullable List<String> purposes,
        @Nullable Boolean material,
        @Nullable Integer edition) {

    static InstructionForm empty() {
        return new InstructionForm("", "", List.of(), true, null);
    }

    static InstructionForm of(Instruction one) {
        var newest = one.newest();
        return new InstructionForm(
                newest.title(),
                newest.text(),
                one.purposes().stream().map(Purpose::code).toList(),
                false,
                newest.number());
    }

    Instructions.Wording wording() {
        return new Instructions.Wording(
                needed("title", title, Length.NAME), needed("text", text, Length.TEXT), holders());
    }

    private List<Purpose> holders() {
        return chosen().stream().map(InstructionForm::purpose).distinct().toList();
    }

    private static Purpose purpose(String code) {
        return Permission.HOLDABLE.stream()
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("purposes", "instructions.purposes.unknown", code));
    }

    private static String needed(String field, @Nullable String value, Length most) {
        var typed = shownText(value);
        if (typed.isEmpty()) {
            throw Problem.invalid(field, "instructions.missing");
        }
        return most.checked(field, typed);
    }

    /** Whether everybody is to be asked again; an empty box sends nothing. */
    public boolean isMaterial() {
        return Boolean.TRUE.equals(material);
    }

    public List<String> chosen() {
        return purposes == null ? List.of() : purposes;
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return shownText(value);
    }

    private static String shownText(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").replace("\r\n", "\n").strip();
    }
}
