package fi.seloste.flows;

import fi.seloste.base.Problem;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Targeting;
import fi.seloste.ui.Said;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a sentence what a step does. */
@Component
class Titles {

    private final Marketing marketing;
    private final Targeting targeting;

    Titles(Marketing marketing, Targeting targeting) {
        this.marketing = marketing;
        this.targeting = targeting;
    }

    Said of(Drawing drawing, Step step) {
        return switch (step) {
            case Step.Wait wait ->
                Said.of(wait.working() ? "flows.said.waitWorking" : "flows.said.wait", wait.days(), wait.hours());
            case Step.Mail mail ->
                Said.of("flows.said.mail", marketing.get(mail.campaign()).name());
            case Step.Condition condition -> of(drawing, condition);
            case Step.Task task ->
                task.text().isEmpty() ? Said.of("flows.said.taskOpen") : Said.of("flows.said.task", task.text());
            case Step.Stop ignored -> Said.of("flows.said.stop");
        };
    }

    private Said of(Drawing drawing, Step.Condition condition) {
        if (!condition.isChosen()) {
            return Said.of("flows.said.conditionOpen");
        }
        var audience = condition.audience();
        return audience == null
                ? Said.of("flows.said.answer." + condition.answer(), mail(drawing, condition.mail()))
                : Said.of("flows.said.audience", audience(audience));
    }

    private Object mail(Drawing drawing, @Nullable UUID step) {
        return drawing.mails().stream()
                .filter(one -> one.id().equals(step))
                .findFirst()
                .<Object>map(one -> marketing.get(one.campaign()).name())
                .orElse(Said.of("lists.unknown"));
    }

    private Object audience(UUID id) {
        try {
            return targeting.get(id).name();
        } catch (Problem.NotFound gone) {
            return Said.of("lists.unknown");
        }
    }

    /** Its name, empty where it is gone. */
    String nameOf(UUID audience) {
        return audience(audience) instanceof String name ? name : "";
    }
}
