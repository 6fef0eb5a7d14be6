package fi.seloste.retention;

import fi.seloste.base.Sentence;
import fi.seloste.notice.RetentionRule;
import java.time.LocalDate;

/** How long a person is kept, and by which rule. */
public sealed interface Ending {

    /** The last day, by the rule that keeps longest. */
    record Until(LocalDate on, RetentionRule rule, LocalDate event) implements Ending {

        boolean isOverOn(LocalDate today) {
            return today.isAfter(on);
        }

        /** In a sentence: until when, how long after what, and why. */
        public Sentence explain() {
            return rule.explain(event);
        }
    }

    /** A relationship lasts that needs the person. */
    record WhileItLasts(RetentionRule rule) implements Ending {}

    /** The notice names no rule for people that can be counted. */
    record Unruled() implements Ending {}
}
