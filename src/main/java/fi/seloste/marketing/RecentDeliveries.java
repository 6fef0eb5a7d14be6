package fi.seloste.marketing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Not more than a few messages a month: what was weighed in the notice as few must stay few. */
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
                (select count(*)
                   from marketing.delivery r
                  where r.person_id = p.person_id and r.campaign_id <> :campaign and r.state in ('sent', 'taken')
                    and r.taken_at > cast(:moment as timestamptz) - interval '%d days') >= %d""".formatted(DAYS, MOST);
    }
}
