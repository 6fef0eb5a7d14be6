package fi.seloste.newsletters;

import fi.seloste.marketing.Gate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever wants subscribed newsletters only gets nothing else, and whoever wants service notices only gets no marketing. */
@Component
@Order(5)
class Restrained implements Gate {

    @Override
    public String reason() {
        return "restrained";
    }

    @Override
    public String holds() {
        return """
                exists (select 1
                   from newsletters.restraint nr
                  where nr.person_id = p.person_id and (nr.kind = 'service-only' or (nr.kind = 'subscribed-only' and :topic = '')))""";
    }
}
