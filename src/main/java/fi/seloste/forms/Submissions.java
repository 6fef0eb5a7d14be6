package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.PersonId;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what people sent. The running purpose sees it of whom it sees. */
@Component
class Submissions {

    private static final String SELECT = """
            select s.submission_id, s.person_id, s.form_id, s.edition_id, s.kind, s.language, s.email, s.summary, s.sent_at, s.confirmed_at,
                   s.taken_at, s.routed_to
              from forms.submission s
            """;

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Submission> find(UUID id) {
        return jdbc.sql(SELECT + "where s.submission_id = :id")
                .param("id", id)
                .query((row, n) -> submission(row))
                .optional();
    }

    List<Submission> after(UUID form, @Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where s.form_id = :form and (:mark::uuid is null or s.submission_id < :mark::uuid)
                        order by s.submission_id desc
                        limit :limit""")
                .param("form", form)
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> submission(row))
                .list();
    }

    List<Submission.Answer> answers(UUID submission) {
        return answers(List.of(submission)).getOrDefault(submission, List.of());
    }

    /** Of several at once, by submission. */
    Map<UUID, List<Submission.Answer>> answers(List<UUID> submissions) {
        var answers = new HashMap<UUID, List<Submission.Answer>>();
        jdbc.sql("""
                        select submission_id, answer_id, field, question, value, wording_id, consent_id, refused_for
                          from forms.answer
                         where submission_id = any(:ids::uuid[])
                         order by submission_id, position""").param("ids", submissions.toArray(UUID[]::new)).query(row -> {
            answers.computeIfAbsent(row.getObject("submission_id", UUID.class), id -> new ArrayList<>())
                    .add(answer(row));
        });
        return answers;
    }

    private static Submission.Answer answer(ResultSet row) throws SQLException {
        return new Submission.Answer(
                row.getObject("answer_id", UUID.class),
                row.getString("field"),
                row.getString("question"),
                row.getString("value"),
                row.getObject("wording_id", UUID.class),
                row.getObject("consent_id", UUID.class),
                row.getString("refused_for"));
    }

    /** What the people are called who sent these, as far as the purpose sees them. */
    Map<String, String> names(List<Submission> of) {
        var names = new HashMap<String, String>();
        jdbc.sql("select person_id, name from register.person where person_id = any(:ids::uuid[])")
                .param(
                        "ids",
                        of.stream().map(one -> one.person().value()).distinct().toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getString("person_id"), row.getString("name"));
                });
        return names;
    }

    /** How many were taken in, by form. */
    Map<UUID, Long> counted() {
        var counted = new HashMap<UUID, Long>();
        jdbc.sql("select form_id, count(submission_id) as many from forms.submission group by form_id")
                .query(row -> {
                    counted.put(row.getObject("form_id", UUID.class), row.getLong("many"));
                });
        return counted;
    }

    long count(UUID form) {
        return jdbc.sql("select count(*) from forms.submission where form_id = :form")
                .param("form", form)
                .query(Long.class)
                .single();
    }

    void routed(UUID id, AccountId owner) {
        jdbc.sql("update forms.submission set routed_to = :owner where submission_id = :id")
                .param("owner", owner.value())
                .param("id", id)
                .update();
    }

    /** Consents that were ticked and have become nothing yet. */
    List<Submission.Answer> ticked(UUID submission) {
        return answers(submission).stream()
                .filter(one -> one.wordingId() != null && one.consentId() == null && one.refusedFor() == null)
                .toList();
    }

    void agreed(UUID answer, @Nullable UUID consent, @Nullable String refused) {
        jdbc.sql("update forms.answer set consent_id = :consent::uuid, refused_for = :refused where answer_id = :id")
                .param("consent", consent)
                .param("refused", refused)
                .param("id", answer)
                .update();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getObject("submission_id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new Submission.Origin(
                        row.getObject("form_id", UUID.class),
                        row.getObject("edition_id", UUID.class),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getString("email")),
                row.getString("summary"),
                new Submission.Course(
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        Sql.moment(row, "confirmed_at"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getObject("routed_to", UUID.class)));
    }
}
