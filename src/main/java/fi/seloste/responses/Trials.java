package fi.seloste.responses;

import fi.seloste.base.Ids;
import fi.seloste.marketing.HeldBack;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of trials. Runs in the marketing purpose. */
@Component
class Trials {

    private final JdbcClient jdbc;

    Trials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Trial> find(UUID campaign) {
        return jdbc.sql("""
                        select campaign_id, version, share, hours, due_at, decided_at, winner_no, decided_by
                          from responses.trial
                         where campaign_id = :campaign""")
                .param("campaign", campaign)
                .query((row, n) -> trial(row, subjects(campaign)))
                .optional();
    }

    private List<Map<String, String>> subjects(UUID campaign) {
        var byNumber = new TreeMap<Integer, Map<String, String>>();
        jdbc.sql("""
                        select subject_no, language, words
                          from responses.trial_subject
                         where campaign_id = :campaign and subject_no > 1
                         order by subject_no, language""").param("campaign", campaign).query(row -> {
            byNumber.computeIfAbsent(row.getInt("subject_no"), number -> new TreeMap<>())
                    .put(row.getString("language"), row.getString("words"));
        });
        return new ArrayList<>(byNumber.values());
    }

    private static Trial trial(ResultSet row, List<Map<String, String>> subjects) throws SQLException {
        var decided = Sql.moment(row, "decided_at");
        return new Trial(
                row.getObject("campaign_id", UUID.class),
                row.getInt("version"),
                new Trial.Plan(row.getInt("share"), row.getInt("hours"), subjects),
                new Trial.Course(
                        Sql.moment(row, "due_at"),
                        decided == null
                                ? null
                                : new Trial.Decision(
                                        decided,
                                        row.getInt("winner_no"),
                                        Trial.By.valueOf(
                                                row.getString("decided_by").toUpperCase(java.util.Locale.ROOT)))));
    }

    /** False where somebody else wrote meanwhile. */
    boolean set(UUID campaign, int seen, Trial.Plan plan) {
        int set = jdbc.sql("""
                        insert into responses.trial (campaign_id, share, hours)
                        select :campaign, :share, :hours
                         where :seen = 0 or exists (select 1 from responses.trial where campaign_id = :campaign)
                        on conflict (campaign_id) do update
                           set share = :share, hours = :hours, version = responses.trial.version + 1
                         where responses.trial.version = :seen and responses.trial.due_at is null""")
                .param("campaign", campaign)
                .param("share", plan.share())
                .param("hours", plan.hours())
                .param("seen", seen)
                .update();
        if (set == 0) {
            return false;
        }
        forgetSubjects(campaign);
        for (int i = 0; i < plan.subjects().size(); i++) {
            int number = i + 2;
            plan.subjects().get(i).forEach((language, words) -> add(campaign, number, language, words));
        }
        return true;
    }

    private void add(UUID campaign, int number, String language, String words) {
        jdbc.sql("""
                        insert into responses.trial_subject (trial_subject_id, campaign_id, subject_no, language, words)
                        values (:id, :campaign, :number, :language, :words)""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("number", number)
                .param("language", language)
                .param("words", words)
                .update();
    }

    private void forgetSubjects(UUID campaign) {
        jdbc.sql("delete from responses.trial_subject where campaign_id = :campaign")
                .param("campaign", campaign)
                .update();
    }

    void remove(UUID campaign) {
        forgetSubjects(campaign);
        jdbc.sql("delete from responses.trial where campaign_id = :campaign")
                .param("campaign", campaign)
                .update();
    }

    /**
     * Deals the subjects out to a part of those who wait, by chance since their ids are, as evenly as it goes; the others wait for the decision.
     */
    void begin(Trial trial, Instant now, Instant due) {
        jdbc.sql("""
                        with n as (
                            select d.delivery_id, d.language, row_number() over (order by d.delivery_id) as nth, count(*) over () as many
                              from marketing.delivery d
                             where d.campaign_id = :campaign and d.state = 'waiting'),
                        dealt as (
                            select n.delivery_id, n.language, 1 + (n.nth - 1) %% :subjects as subject_no,
                                   n.nth <= greatest(:subjects, ceil(n.many * :share / 100.0)) as tried
                              from n)
                        update marketing.delivery d
                           set subject = case when t.tried then coalesce(
                                   (select s.words
                                      from responses.trial_subject s
                                     where s.campaign_id = :campaign and s.subject_no = t.subject_no and s.language = t.language),
                                   d.subject) else d.subject end,
                               next_at = case when t.tried then d.next_at else :waits end
                          from dealt t
                         where d.delivery_id = t.delivery_id""".replace("%%", "%"))
                .param("campaign", trial.campaign())
                .param("subjects", trial.plan().subjects().size() + 1)
                .param("share", trial.plan().share())
                .param("waits", Sql.at(due.plus(HeldBack.WAITS)))
                .update();
        count(trial.campaign());
        jdbc.sql("update responses.trial set begun_at = :now, due_at = :due where campaign_id = :campaign")
                .param("campaign", trial.campaign())
                .param("now", Sql.at(now))
                .param("due", Sql.at(due))
                .update();
    }

    /** How many got which subject; the campaign's own is the first. */
    private void count(UUID campaign) {
        jdbc.sql("""
                        with c as (
                            select d.language, d.subject, count(*) as people
                              from marketing.delivery d
                             where d.campaign_id = :campaign and d.state = 'waiting' and not (%s)
                             group by d.language, d.subject),
                        others as (
                            update responses.trial_subject s
                               set people = c.people
                              from c
                             where s.campaign_id = :campaign and s.language = c.language and s.words = c.subject
                            returning s.language, s.words)
                        insert into responses.trial_subject (trial_subject_id, campaign_id, subject_no, language, words, people)
                        select gen_random_uuid(), :campaign, 1, c.language, c.subject, c.people
                          from c
                         where not exists (select 1 from others o where o.language = c.language and o.words = c.subject)""".formatted(HeldBack.SQL)).param("campaign", campaign).update();
    }

    /** Of one that is decided the words of further subjects that somebody still gets: of the one that won, and of messages that have not left yet. */
    List<String> stillSaid(Trial trial) {
        return jdbc.sql("""
                        select s.words
                          from responses.trial_subject s
                          join responses.trial t using (campaign_id)
                         where s.campaign_id = :campaign and s.subject_no > 1
                           and (s.subject_no = t.winner_no
                                or exists (select 1
                                             from marketing.delivery d
                                            where d.campaign_id = :campaign and d.state = 'waiting'
                                              and d.language = s.language and d.subject = s.words))
                         order by s.subject_no, s.language""")
                .param("campaign", trial.campaign())
                .query(String.class)
                .list();
    }

    record People(int subjectNo, long people) {}

    /** How many got which subject while it was tried. */
    List<People> people(UUID campaign) {
        return jdbc.sql("""
                        select subject_no, sum(people) as people
                          from responses.trial_subject
                         where campaign_id = :campaign
                         group by subject_no
                         order by subject_no""").param("campaign", campaign).query(People.class).list();
    }

    /** Trials to be decided by now, held until the transaction ends. */
    List<UUID> due(Instant now) {
        return jdbc.sql("""
                        select campaign_id
                          from responses.trial
                         where due_at <= :now and decided_at is null
                           for update skip locked""").param("now", Sql.at(now)).query(UUID.class).list();
    }

    void decide(UUID campaign, Trial.Decision decision) {
        jdbc.sql("""
                        update responses.trial
                           set decided_at = :at, winner_no = :winner, decided_by = :by
                         where campaign_id = :campaign""")
                .param("campaign", campaign)
                .param("at", Sql.at(decision.at()))
                .param("winner", decision.winner())
                .param("by", decision.by().code())
                .update();
        jdbc.sql("""
                        update marketing.delivery d
                           set subject = coalesce(
                                   (select s.words
                                      from responses.trial_subject s
                                     where s.campaign_id = :campaign and s.subject_no = :winner and s.language = d.language),
                                   d.subject),
                               next_at = :at
                         where d.campaign_id = :campaign and d.state = 'waiting' and %s""".formatted(HeldBack.SQL))
                .param("campaign", campaign)
                .param("winner", decision.winner())
                .param("at", Sql.at(decision.at()))
                .update();
    }
}
