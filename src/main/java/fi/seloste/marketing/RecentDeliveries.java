package fi.seloste.marketing;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Not more messages within some days that nobody asked for than the house has set: what was weighed in the notice as few must stay few. How often a
 * newsletter comes is told before.
 * It is written so that a person's few messages are found by the person alone, and never beside all that a campaign has sent.
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
                  where r.person_id = p.person_id and r.campaign_id <> :campaign and r.state = 'sent'
                    and (select rc.topic from marketing.campaign rc where rc.campaign_id = r.campaign_id) is null
                    and r.taken_at + make_interval(days => %2$s) > cast(:moment as timestamptz)) >= %1$s""".formatted(HouseRules.MOST, HouseRules.DAYS);
    }

    @Override
    public String holdsOfMany() {
        return """
                :topic = '' and %1$s is not null and p.person_id in (
                    select r.person_id
                      from marketing.delivery r
                      join marketing.campaign rc on rc.campaign_id = r.campaign_id and rc.topic is null
                     where r.campaign_id <> :campaign and r.state = 'sent'
                       and r.taken_at + make_interval(days => %2$s) > cast(:moment as timestamptz)
                     group by r.person_id
                    having count(*) >= %1$s)""".formatted(HouseRules.MOST, HouseRules.DAYS);
    }
}
