package fi.seloste.rights;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message that arrived: what it says, what may be made of it, and what was. */
public record ArrivalPage(Head head, Words words, Fate fate, Choice choice, Errors errors) implements View {

    public record Head(String id, From from, Times times, String nature, List<String> doubts) {}

    public record From(@Nullable String address, @Nullable String name) {}

    public record Times(
            Instant arrivedAt, @Nullable Instant writtenAt, LocalDate receivedOn, LocalDate dueOn, long daysLeft) {}

    public record Words(String subject, String text, List<File> files) {}

    public record File(String id, String name, String mediaType, long bytes) {}

    /** What became of it. */
    public record Fate(
            String state, @Nullable Joint request, @Nullable String reason) {}

    public record Joint(String id, String number, String right, boolean same) {}

    /** What it can be taken for: the form as it is filled in beforehand, the words that the guess rests on, and whom and what it may concern. */
    public record Choice(
            TakeForm form,
            List<String> guessedBy,
            List<RequestPage.Candidate> candidates,
            List<Joint> requests,
            List<String> rights) {}

    public boolean isUndecided() {
        return fate.state.equals("waiting");
    }

    public boolean isSetAside() {
        return fate.state.equals("set-aside");
    }

    public boolean isAnswered() {
        return head.nature.equals("personal");
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
