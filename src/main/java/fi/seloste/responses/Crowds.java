package fi.seloste.responses;

import fi.seloste.base.Ids;
import fi.seloste.base.LegalTime;
import fi.seloste.marketing.HeldBack;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of crowds and of the secrets that they share. Runs in the marketing purpose, but for looking up whose link it is. */
@Component
class Crowds {

    /** Of a message in the queue {@code d} to somebody {@code p}: the number of its subject, and the segment of the organisation that it goes to. */
    static final String KIND = """
            coalesce((select s.subject_no
                        from responses.trial_subject s
                       where s.campaign_id = d.campaign_id and s.language = d.language and s.words = d.subject
                       order by s.subject_no
                       limit 1), 1) as subject_no,
            coalesce((select o.segment
                        from register.affiliation f
                        join register.organisation o on o.organisation_id = f.organisation_id
                       where f.person_id = p.person_id and (f.until_on is null or f.until_on > :today) and o.merged_into is null
                       order by f.created_at desc
                       limit 1), '') as segment""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ZoneId place;

    Crowds(JdbcClient jdbc, Clock clock, @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.place = place;
    }

    LocalDate today() {
        return LegalTime.dayOf(clock.instant(), place);
    }

    /** Readers of a kind: how many, and how many of them share a link with others. */
    record Kind(int subjectNo, String language, String segment, int people, int sharing) {

        Crowd crowd() {
            return new Crowd(subjectNo, language, segment);
        }
    }

    /** Who waits in the queue of a campaign that has not begun to leave. */
    List<Kind> waiting(UUID campaign, Ground.Now ground) {
        return jdbc.sql("""
                        select k.subject_no, k.language, k.segment, count(*) as people, count(*) filter (where not k.personal and k.leaves) as sharing
                          from (select d.language, %s, %s as personal, not (%s) as leaves
                                  from marketing.delivery d
                                  join register.person p on p.person_id = d.person_id
                                 where d.campaign_id = :campaign and d.state = 'waiting') k
                         group by k.subject_no, k.language, k.segment
                         order by k.subject_no, k.language, k.segment""".formatted(KIND, ground.personal(), HeldBack.SQL))
                .param("campaign", campaign)
                .param("today", today())
                .param("measured", ground.purpose())
                .param("moment", Sql.at(clock.instant()))
                .query(Kind.class)
                .list();
    }

    private record Row(UUID crowdId, int subjectNo, String language, String segment) {

        Crowd crowd() {
            return new Crowd(subjectNo, language, segment);
        }
    }

    Map<Crowd, UUID> of(UUID campaign) {
        var found = new HashMap<Crowd, UUID>();
        jdbc.sql("""
                        select crowd_id, subject_no, language, segment
                          from responses.crowd
                         where campaign_id = :campaign""")
                .param("campaign", campaign)
                .query(Row.class)
                .list()
                .forEach(row -> found.put(row.crowd(), row.crowdId()));
        return found;
    }

    /** So many of a kind, which are counted in that crowd. */
    UUID add(UUID campaign, Crowd crowd, int people, Crowd counted) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into responses.crowd (crowd_id, campaign_id, subject_no, language, segment, people, made_at, counted_language, counted_segment)
                        values (:id, :campaign, :subject, :language, :segment, :people, :now, :countedLanguage, :countedSegment)""")
                .param("countedLanguage", counted.language())
                .param("countedSegment", counted.segment())
                .param("id", id)
                .param("campaign", campaign)
                .param("subject", crowd.subject())
                .param("language", crowd.language())
                .param("segment", crowd.segment())
                .param("people", people)
                .param("now", Sql.at(clock.instant()))
                .update();
        return id;
    }

    void share(UUID crowd, byte[] secret) {
        jdbc.sql(
                        "insert into responses.shared (token_print, crowd_id, made_at) values (decode(:print, 'hex'), :crowd, :now)")
                .param("print", Token.printOf(secret))
                .param("crowd", crowd)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** How many readers a campaign has by what they are counted by. */
    List<Kind> people(UUID campaign) {
        return jdbc.sql("""
                        select subject_no, counted_language as language, counted_segment as segment, people, 0 as sharing
                          from responses.crowd
                         where campaign_id = :campaign and people > 0""").param("campaign", campaign).query(Kind.class).list();
    }

    /** In the subject's purpose: whose link it is. Of a message that is not kept any more it is nobody's. */
    Optional<Way> way(String print) {
        return jdbc.sql("""
                        select campaign_id, crowd_id, trace_id, made_at, subject_no, language, segment, begun_at
                          from responses.way_of(decode(:print, 'hex'))""")
                .param("print", print)
                .query((row, n) -> Way.of(row))
                .optional();
    }
}
