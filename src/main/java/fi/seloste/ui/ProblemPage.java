package fi.seloste.ui;

import org.jspecify.annotations.Nullable;

/** A page that says what is wrong, where, and what to do. */
public record ProblemPage(
        int status, Said sentence, @Nullable String field, String reference) implements View {

    static ProblemPage of(int status, Said sentence) {
        return new ProblemPage(status, sentence, null, "");
    }

    /** Sent back into the page whose form or button was used, so that nothing entered is lost. */
    public record Fragment(ProblemPage problem) implements View {

        @Override
        public String template() {
            return "ui/problem-fragment";
        }

        @Override
        public int status() {
            return problem.status();
        }
    }

    @Override
    public String template() {
        return "ui/problem";
    }

    public String title() {
        return switch (status) {
            case 403 -> "ui.problem.notAllowed";
            case 404 -> "ui.problem.notFound";
            case 409, 412 -> "ui.problem.conflict";
            case 500, 502, 503 -> "ui.problem.ours";
            default -> "ui.problem.invalid";
        };
    }
}
