package fi.seloste.responses;

import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages whose responses may be kept by name. Runs in the marketing purpose, which sees nobody who said no. */
@Component
class Traces {

    private final JdbcClient jdbc;
    private final Crowds crowds;
    private final Clock clock;

    Traces(JdbcClient jdbc, Crowds crowds, Clock clock) {
        this.jdbc = jdbc;
        this.crowds = crowds;
        this.clock = clock;
    }

    /** A message that was just taken: of which kind its reader is, and whether what comes of it may be kept by name. */
    record Taken(UUID deliveryId, String subject, int subjectNo, String language, String segment, boolean personal) {

        Crowd crowd() {
            return new Crowd(subjectNo, language, segment);
        }
    }

    /** Whose permission stands gets a trace in this very statement; {@code rest} is the crowd of whoever belongs to none that is known. */
    List<Taken> take(UUID campaign, Ground.Now ground, UUID rest, Map<UUID, String> prints) {
        var ids = new ArrayList<>(prints.keySet());
        return jdbc.sql("""
                        with m as (
                            select d.delivery_id, d.person_id, d.subject, d.language, p.standing, %s, %s as personal
                              from marketing.delivery d
                              join register.person p on p.person_id = d.person_id
                             where d.delivery_id = any(:ids::uuid[])),
                        kept as (
                            insert into responses.trace (trace_id, token_print, campaign_id, crowd_id, person_id, standing, made_at)
                            select gen_random_uuid(), decode(k.print, 'hex'), :campaign, coalesce(c.crowd_id, :rest), m.person_id, m.standing, :moment
                              from m
                              join unnest(:ids::uuid[], :prints::text[]) as k (delivery_id, print) on k.delivery_id = m.delivery_id
                              left join responses.crowd c
                                on c.campaign_id = :campaign and c.subject_no = m.subject_no and c.language = m.language and c.segment = m.segment
                             where m.personal
                            returning campaign_id),
                        known as (
                            insert into responses.tally (tally_id, campaign_id, aspect, part, kind, many)
                            select gen_random_uuid(), k.campaign_id, 'all', '', 'known', count(*) from kept k group by k.campaign_id)
                        select m.delivery_id, m.subject, m.subject_no, m.language, m.segment, m.personal from m""".formatted(Crowds.KIND, ground.personal()))
                .param("campaign", campaign)
                .param("rest", rest)
                .param("ids", ids.toArray(UUID[]::new))
                .param("prints", Sql.array(ids.stream().map(prints::get).toList()))
                .param("measured", ground.purpose())
                .param("today", crowds.today())
                .param("moment", Sql.at(clock.instant()))
                .query(Taken.class)
                .list();
    }

    /** The subject that each message was laid into the queue with; nothing is kept. */
    Map<UUID, String> subjects(Iterable<UUID> deliveries) {
        var ids = new ArrayList<UUID>();
        deliveries.forEach(ids::add);
        var subjects = new java.util.HashMap<UUID, String>();
        jdbc.sql("select delivery_id, subject from marketing.delivery where delivery_id = any(:ids::uuid[])")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    subjects.put(row.getObject("delivery_id", UUID.class), row.getString("subject"));
                });
        return subjects;
    }
}
