package fi.seloste.flows;

import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the form of a flow's settings sends. */
public record FlowForm(
        @Nullable String name,
        @Nullable String trigger,
        @Nullable String ground,
        @Nullable String sender,
        @Nullable String senderName,
        @Nullable String replyTo,
        @Nullable List<String> languages,
        @Nullable String againDays,
        @Nullable Integer version,
        @Nullable String event,
        @Nullable String find) {

    private static final String BETWEEN = "/";

    static FlowForm empty(String trigger, String ground, String sender, String language) {
        return new FlowForm("", trigger, ground, "", sender, "", List.of(language), "", null, null, null);
    }

    static FlowForm of(Flow flow) {
        var plan = flow.plan();
        var mailing = plan.mailing();
        var chosen = mailing.sender().chosen();
        return new FlowForm(
                plan.name(),
                Beginnings.written(plan.trigger()),
                ground(mailing),
                chosen == null ? "" : chosen.toString(),
                mailing.sender().name(),
                mailing.sender().replyTo(),
                mailing.languages(),
                plan.againDays() == null ? "" : plan.againDays().toString(),
                flow.version(),
                null,
                null);
    }

    static String ground(Flow.Mailing mailing) {
        return mailing.topic() == null ? mailing.purpose() : mailing.purpose() + BETWEEN + mailing.topic();
    }

    Flow.Plan plan() {
        return new Flow.Plan(shown(name), Beginnings.read(shown(trigger)), mailing(), again());
    }

    private Flow.Mailing mailing() {
        var parts = shown(ground).split(BETWEEN, 2);
        var from = new Campaign.Sender(shown(senderName), replyTo, chosen());
        return new Flow.Mailing(parts[0], parts.length == 1 ? null : parts[1], from, spoken());
    }

    private @Nullable UUID chosen() {
        return shown(sender).isEmpty() ? null : Ids.parse("sender", shown(sender));
    }

    private @Nullable Integer again() {
        var text = shown(againDays).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,5}")) {
            throw Problem.invalid("againDays", "flows.again.range", 3650);
        }
        return Integer.valueOf(text);
    }

    List<String> spoken() {
        return languages == null ? List.of() : languages;
    }

    public boolean speaks(String language) {
        return spoken().contains(language);
    }

    /** Not sent yet: an event is being looked for to begin with. */
    boolean isSearching() {
        return find != null && !shown(event).isBlank();
    }

    int seen() {
        return version == null ? 0 : version;
    }

    /** As it is shown again: nothing is missing. */
    public String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
