package fi.seloste.marketing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Not more than a few messages a month that nobody asked for: what was weighed in the notice as few must stay few. How often a newsletter comes is told before. */
@Component
@Order(10)
class RecentDeliveries implements Gate {

    static final int MOST = 4;
    static final int DAYS = 30;

    @Override
    public String reason() {
        return "frequency";
    }

    @Override
    public String holds() {
        return """
                :topic = '' and (select count(*)
                   from marketing.delivery r
                   join marketing.campaign rc on rc.campaign_id = r.campaign_id and rc.topic is null
                  where r.person_id = p.person_id and r.campaign_id <> :campaign and r.state in ('sent', 'taken')
                    and r.taken_at > cast(:moment as timestamptz) - interval '%d days') >= %d""".formatted(DAYS, MOST);
    }
}
