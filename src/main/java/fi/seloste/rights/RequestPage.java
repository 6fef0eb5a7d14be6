package fi.seloste.rights;

import fi.seloste.ui.Step;
import fi.seloste.ui.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on the desk: where it stands, what is kept about the person, the clock and its reasons, what happened. */
public record RequestPage(Head head, Due due, List<Place> places, Side side, Came came, List<Line> lines)
        implements View {

    public record Head(String id, String number, String right, Who who, State state) {}

    public record Who(
            String name,
            @Nullable String person,
            @Nullable String email,
            @Nullable String words,
            String channel) {}

    public record State(String code, LocalDate receivedOn, boolean open, boolean decided, boolean proved) {}

    public record Due(LocalDate on, long daysLeft, int share, Clock clock, List<String> reasons) {}

    public record Clock(boolean late, boolean stands, boolean extended, LocalDate extendedOn, LocalDate tellBy) {}

    /** What lies in a category: how much, for what, until when, and whether something is marked. */
    public record Place(String category, long rows, String purposes, String until, long marked) {}

    public record Side(
            Identity identity, List<RecipientTask> tasks, List<Redaction> redactions, Answer answer, Outcome outcome) {}

    /** How an objection was weighed, which consents were withdrawn, and which categories a restriction is about. */
    public record Outcome(@Nullable Weighed weighed, List<Ended> consents, List<Part> parts) {}

    /** A category that can be restricted alone. */
    public record Part(String code, String name, boolean chosen) {}

    public record Weighed(String outcome, @Nullable String reasons, Instant at) {}

    /** A consent that the request ended, since when it had stood. */
    public record Ended(String name, Instant since) {}

    /** What came with it and to it: messages, files, and other open requests for the same; {@code first} is the one whose clock runs. */
    public record Came(
            List<Mail> mails,
            List<File> files,
            List<Same> same,
            @Nullable Same first) {

        public boolean isAlone() {
            return same.isEmpty() && first == null;
        }
    }

    public record Mail(String id, String from, String subject, String nature, Instant at) {}

    public record File(String id, String name, String mediaType, long bytes) {}

    public record Same(String id, String number, LocalDate receivedOn) {}

    public record Identity(@Nullable String how, @Nullable Instant at, List<Candidate> candidates) {}

    public record Candidate(String id, String name, String usage) {}

    public record Answer(long bytes, long items, @Nullable Instant expiresAt, boolean certificate, boolean restricted) {

        public boolean hasPackage() {
            return expiresAt != null;
        }
    }

    public record Line(Instant at, String act, String actor) {}

    public boolean mayFulfil() {
        boolean known = head.state.proved
                || !Right.of(head.right).needsProof()
                || (head.who.person == null && side.identity.candidates.isEmpty());
        boolean waits = !head.state.decided || head.state.code.equals("answered-partly");
        return head.state.open
                && known
                && waits
                && side.redactions.stream().noneMatch(r -> r.state().equals("marked"));
    }

    public boolean isUndecided() {
        return head.state.open && !head.state.decided;
    }

    /** Nobody is asked who they are where nothing is given away and one person is meant. */
    public boolean needsProof() {
        return Right.of(head.right).needsProof() || head.who.person == null;
    }

    public boolean isObjection() {
        return head.right.equals("objection");
    }

    public boolean isRestriction() {
        return head.right.equals("restriction");
    }

    /** Of single categories, or of everything. */
    public boolean isOfParts() {
        return side.outcome.parts.stream().anyMatch(Part::chosen);
    }

    public boolean isErasure() {
        return head.right.equals("erasure");
    }

    public List<Step> steps(java.util.function.UnaryOperator<String> words) {
        var codes = List.of("received", "identity", "collecting", "review", "answered");
        int now = switch (head.state.code) {
            case "received" -> 0;
            case "identity" -> 1;
            case "collecting" -> 2;
            case "review" -> 3;
            default -> 4;
        };
        boolean over = !head.state.open;
        return java.util.stream.IntStream.range(0, codes.size())
                .mapToObj(i -> new Step(words.apply(codes.get(i)), over || i < now, !over && i == now))
                .toList();
    }

    @Override
    public String as() {
        return "rights";
    }
}
