package fi.seloste.marketing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Not more messages within some days that nobody asked for than the house has set: what was weighed in the notice as few must stay few. How often a
 * newsletter comes is told before. The days are reckoned from each message on, so that nobody's few are looked for in an index of all that was ever taken.
 */
@Component
@Order(10)
class RecentDeliveries implements Gate {

    static final String REASON = "frequency";

    @Override
    public String reason() {
        return REASON;
    }

    @Override
    public String holds() {
        return """
                :topic = '' and %1$s is not null and (select count(*)
                   from marketing.delivery r
                   join marketing.campaign rc on rc.campaign_id = r.campaign_id and rc.topic is null
                  where r.person_id = p.person_id and r.campaign_id <> :campaign and r.state in ('sent', 'taken')
                    and r.taken_at + make_interval(days => %2$s) > cast(:moment as timestamptz)) >= %1$s""".formatted(HouseRules.MOST, HouseRules.DAYS);
    }
}
