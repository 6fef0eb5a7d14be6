package fi.seloste.flows;

import fi.seloste.base.Length;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Criteria;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What begins a flow for somebody, and of what: the newsletter, the form, the event or the audience. By hand people come to any flow. */
public record Trigger(Kind kind, String value) {

    public enum Kind {
        NEWSLETTER,
        FORM,
        EVENT_REGISTERED,
        EVENT_ATTENDED,
        AUDIENCE,
        HAND;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("trigger", "flows.trigger.unknown", code));
        }

        /** Whether it is looked for again and again, so that whoever was there before enters as well. */
        public boolean isLookedFor() {
            return this == EVENT_REGISTERED || this == EVENT_ATTENDED || this == AUDIENCE;
        }
    }

    public Trigger {
        value = kind == Kind.HAND ? "" : Length.NAME.checked("trigger", value.strip());
        if (kind != Kind.HAND && value.isEmpty()) {
            throw Problem.invalid("trigger", "flows.trigger.missing");
        }
    }

    public static Trigger byHand() {
        return new Trigger(Kind.HAND, "");
    }

    /** Who meets it, where that is a question about people; of an audience its own criteria are asked. */
    Optional<Criteria> question() {
        if (kind != Kind.EVENT_REGISTERED && kind != Kind.EVENT_ATTENDED) {
            return Optional.empty();
        }
        var asked = new Criteria.Condition(kind.code(), value);
        return Optional.of(new Criteria(
                Criteria.Match.ALL, List.of(new Criteria.Group(Criteria.Match.ALL, false, List.of(asked)))));
    }
}
