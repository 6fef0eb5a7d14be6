package fi.seloste.newsletters;

import fi.seloste.marketing.Gate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever wants a newsletter once a month at most gets no second issue within it. */
@Component
@Order(21)
class LessOften implements Gate {

    @Override
    public String reason() {
        return "less-often";
    }

    @Override
    public String holds() {
        return """
                :topic <> '' and exists (select 1
                   from newsletters.preference nf
                   join newsletters.topic nt on nt.topic_id = nf.topic_id and nt.slug = :topic
                   join marketing.delivery nd on nd.person_id = nf.person_id and nd.state = 'sent' and nd.campaign_id <> :campaign
                  where nf.person_id = p.person_id and nf.rhythm <> 'each'
                    and (select nc.topic from marketing.campaign nc where nc.campaign_id = nd.campaign_id) = :topic
                    and nd.taken_at + case nf.rhythm when 'monthly' then interval '1 month' else interval '3 months' end > cast(:moment as timestamptz))""";
    }
}
