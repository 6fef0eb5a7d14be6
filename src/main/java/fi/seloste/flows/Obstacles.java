package fi.seloste.flows;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Check;
import fi.seloste.marketing.Lasting;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Targeting;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks a drawing over before it holds. What is wrong keeps it from holding; nobody can press it away. */
@Component
class Obstacles {

    private final Beginnings beginnings;
    private final Lasting lasting;
    private final Marketing marketing;
    private final Targeting targeting;

    Obstacles(Beginnings beginnings, Lasting lasting, Marketing marketing, Targeting targeting) {
        this.beginnings = beginnings;
        this.lasting = lasting;
        this.marketing = marketing;
        this.targeting = targeting;
    }

    List<Obstacle> of(Flow flow, Drawing drawing) {
        var found = new ArrayList<>(besideMails(flow, drawing));
        drawing.mails().stream().flatMap(this::ofMail).forEach(found::add);
        return List.copyOf(found);
    }

    /** All but what is wrong with its mails. */
    List<Obstacle> besideMails(Flow flow, Drawing drawing) {
        var found = new ArrayList<Obstacle>();
        if (drawing.isEmpty()) {
            found.add(new Obstacle(null, Said.of("flows.obstacle.empty")));
        }
        if (!beginnings.isThere(flow.plan().trigger())) {
            found.add(new Obstacle(null, Said.of("flows.obstacle.trigger")));
        }
        drawing.all().flatMap(step -> of(drawing, step)).forEach(found::add);
        return List.copyOf(found);
    }

    private Stream<Obstacle> of(Drawing drawing, Step step) {
        return switch (step) {
            case Step.Wait wait ->
                wait.days() == 0 && wait.hours() == 0 && !wait.working()
                        ? Stream.of(new Obstacle(wait.id(), Said.of("flows.obstacle.wait")))
                        : Stream.empty();
            case Step.Mail ignored -> Stream.empty();
            case Step.Condition condition -> ofCondition(drawing, condition);
            case Step.Task task ->
                task.text().isEmpty()
                        ? Stream.of(new Obstacle(task.id(), Said.of("flows.obstacle.task")))
                        : Stream.empty();
            case Step.Stop ignored -> Stream.empty();
        };
    }

    private Stream<Obstacle> ofMail(Step.Mail mail) {
        return lasting.wrong(mail.campaign()).stream().map(wrong -> ofMail(mail, wrong));
    }

    Obstacle ofMail(Step.Mail mail, Check wrong) {
        var name = marketing.get(mail.campaign()).name();
        return new Obstacle(mail.id(), Said.of(Obstacle.OF_MAIL, name, wrong.said()));
    }

    private Stream<Obstacle> ofCondition(Drawing drawing, Step.Condition condition) {
        var mail = condition.mail();
        if (!condition.isChosen()) {
            return Stream.of(new Obstacle(condition.id(), Said.of("flows.obstacle.condition")));
        }
        if (condition.audience() != null) {
            return isAudience(condition.audience())
                    ? Stream.empty()
                    : Stream.of(new Obstacle(condition.id(), Said.of("flows.obstacle.audience")));
        }
        return drawing.mails().stream().anyMatch(one -> one.id().equals(mail))
                ? Stream.empty()
                : Stream.of(new Obstacle(condition.id(), Said.of("flows.obstacle.answer")));
    }

    private boolean isAudience(UUID id) {
        try {
            targeting.get(id);
            return true;
        } catch (Problem.NotFound gone) {
            return false;
        }
    }
}
