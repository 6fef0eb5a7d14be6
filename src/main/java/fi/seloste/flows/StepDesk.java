package fi.seloste.flows;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import fi.seloste.base.Shortened;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Targeting;
import fi.seloste.staff.Account;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes steps, and settles them as their forms say. */
@Component
class StepDesk {

    private final Flows flows;
    private final Redrawing redrawing;
    private final Marketing marketing;
    private final Targeting targeting;
    private final Staff staff;
    private final Purposes purposes;

    StepDesk(
            Flows flows,
            Redrawing redrawing,
            Marketing marketing,
            Targeting targeting,
            Staff staff,
            Purposes purposes) {
        this.flows = flows;
        this.redrawing = redrawing;
        this.marketing = marketing;
        this.targeting = targeting;
        this.staff = staff;
        this.purposes = purposes;
    }

    /** In one transaction: where somebody else drew meanwhile, no mail is left behind. */
    Step add(UUID id, int version, Drawing.Place place, String kind, Actor actor) {
        return purposes.as(Purpose.MARKETING, () -> {
            var step = made(flows.get(id), kind, actor);
            redrawing.redraw(id, version, drawing -> drawing.with(place, step));
            return step;
        });
    }

    /** A step of that kind with what is usual. */
    private Step made(Flow flow, String kind, Actor actor) {
        var id = Ids.next();
        return switch (kind) {
            case "wait" -> new Step.Wait(id, 1, 0, true);
            case "mail" -> new Step.Mail(id, redrawing.mail(flow, name(flow), actor));
            case "condition" -> new Step.Condition(id, null, null, null, List.of(), List.of());
            case "task" -> new Step.Task(id, "", 3, null);
            case "stop" -> new Step.Stop(id);
            default -> throw Problem.invalid("kind", "flows.step.unknown", Shortened.of(kind));
        };
    }

    private static String name(Flow flow) {
        int before = flow.draft() == null ? 0 : flow.draft().mails().size();
        var language = Locale.of(flow.plan().mailing().languages().getFirst());
        return Sentence.of("flows.mail.named", Shortened.of(flow.name()), before + 1)
                .in(language);
    }

    StepPage page(UUID id, UUID step, Map<String, String> sent, Errors errors) {
        var flow = flows.get(id);
        var drawing = drawn(flow);
        var there = drawing.get(step);
        var campaign = there instanceof Step.Mail mail ? marketing.get(mail.campaign()) : null;
        var choices = there instanceof Step.Condition
                ? new StepPage.Choices(null, audiences(), mails(drawing), List.of())
                : new StepPage.Choices(
                        campaign, List.of(), List.of(), there instanceof Step.Task ? staff() : List.of());
        return new StepPage(flow, there, choices, sent, errors);
    }

    private static Drawing drawn(Flow flow) {
        if (flow.draft() == null) {
            throw Problem.conflict("flows.notDrawn");
        }
        return flow.draft();
    }

    private List<Option> audiences() {
        return targeting.newest().stream()
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    private List<Option> mails(Drawing drawing) {
        return drawing.mails().stream()
                .map(one -> new Option(
                        one.id().toString(), marketing.get(one.campaign()).name()))
                .toList();
    }

    private List<Option> staff() {
        return staff.accounts().stream()
                .filter(one -> !one.isDisabled())
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
    }

    void settle(UUID id, UUID step, Map<String, String> sent) {
        var flow = flows.get(id);
        var there = drawn(flow).get(step);
        if (there instanceof Step.Mail mail) {
            rename(flow, mail, text(sent, "name"));
            return;
        }
        var settled = settled(there, sent);
        redrawing.redraw(id, number(sent, "version", 0), drawing -> drawing.replaced(settled));
    }

    private void rename(Flow flow, Step.Mail mail, String name) {
        var campaign = marketing.get(mail.campaign());
        if (campaign.isDraft() && !campaign.name().equals(name)) {
            purposes.as(
                    Purpose.MARKETING,
                    () -> marketing.change(
                            campaign.id(), flow.plan().mailing().plan(name), campaign.content(), campaign.version()));
        }
    }

    private Step settled(Step there, Map<String, String> sent) {
        return switch (there) {
            case Step.Wait wait ->
                new Step.Wait(
                        wait.id(),
                        number(sent, "days", -1),
                        number(sent, "hours", -1),
                        text(sent, "working").equals("true"));
            case Step.Condition condition -> asked(condition, text(sent, "asked"));
            case Step.Task task ->
                new Step.Task(task.id(), text(sent, "text"), number(sent, "days", -1), account(text(sent, "owner")));
            case Step.Mail mail -> mail;
            case Step.Stop stop -> stop;
        };
    }

    /** One choice says all: {@code audience/ID}, or {@code clicked/ID} of a mail of this flow. */
    private Step.Condition asked(Step.Condition there, String chosen) {
        var parts = chosen.split("/", 2);
        if (parts.length < 2) {
            throw Problem.invalid("asked", "flows.condition.missing");
        }
        var of = Ids.parse("asked", parts[1]);
        if (parts[0].equals("audience")) {
            Problem.named("asked", () -> targeting.get(of));
            return new Step.Condition(there.id(), of, null, null, there.yes(), there.no());
        }
        return new Step.Condition(there.id(), null, of, parts[0], there.yes(), there.no());
    }

    private @Nullable UUID account(String chosen) {
        if (chosen.isEmpty()) {
            return null;
        }
        var id = Ids.parse("owner", chosen);
        return staff.accounts().stream()
                .filter(one -> one.id().value().equals(id) && !one.isDisabled())
                .findFirst()
                .map(Account::id)
                .orElseThrow(() -> Problem.invalid("owner", "flows.task.owner"))
                .value();
    }

    private static int number(Map<String, String> sent, String field, int otherwise) {
        var text = text(sent, field);
        return text.matches("\\d{1,6}")
                ? Integer.parseInt(text)
                : text.isEmpty() && !field.equals("version") ? 0 : otherwise;
    }

    private static String text(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }
}
