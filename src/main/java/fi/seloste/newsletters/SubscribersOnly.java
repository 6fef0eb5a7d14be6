package fi.seloste.newsletters;

import fi.seloste.marketing.Gate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * An issue of a newsletter goes to those whose consent to it stands, asked in the database at the moment of sending. It is counted, not asked for existence:
 * of the latter the planner may make a list of all subscribers, for each message anew.
 */
@Component
@Order(20)
class SubscribersOnly implements Gate {

    @Override
    public String reason() {
        return "not-subscribed";
    }

    @Override
    public String holds() {
        return """
                :topic <> '' and (select count(*)
                   from consents.standing(:purpose, :topic, cast(:moment as timestamptz)) s
                  where s.person_id = p.person_id) = 0""";
    }

    @Override
    public String holdsOfMany() {
        return """
                :topic <> '' and p.person_id not in (
                    select s.person_id from consents.standing(:purpose, :topic, cast(:moment as timestamptz)) s)""";
    }
}
