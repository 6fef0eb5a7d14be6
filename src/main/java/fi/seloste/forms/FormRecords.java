package fi.seloste.forms;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of forms and their editions. */
@Component
class FormRecords {

    private static final int REMEMBERED = 200;
    private static final String SELECT = """
            select f.form_id, f.version, f.slug, f.name, f.kind, f.owner_by, f.days, f.confirm, f.target, f.sites, f.content, f.state,
                   f.edition_id, coalesce(e.number, 0) as number, f.changed_at, f.closed_at
              from forms.form f
              left join forms.edition e on e.edition_id = f.edition_id
            """;
    private static final String EDITION =
            "select e.edition_id, e.form_id, e.number, e.content, e.published_at from forms.edition e ";

    private final JdbcClient jdbc;
    private final Remembered<UUID, Form.Edition> editions = new Remembered<>(REMEMBERED);

    FormRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Form> after(@Nullable UUID mark, int limit) {
        return jdbc.sql(SELECT + """
                        where :mark::uuid is null or f.form_id < :mark::uuid
                        order by f.form_id desc
                        limit :limit""")
                .param("mark", mark)
                .param("limit", limit)
                .query((row, n) -> form(row))
                .list();
    }

    Optional<Form> find(UUID id) {
        return jdbc.sql(SELECT + "where f.form_id = :id")
                .param("id", id)
                .query((row, n) -> form(row))
                .optional();
    }

    /** How each that there is stands, by its address. */
    Map<String, OpenForms.State> states(Collection<String> slugs) {
        var states = new HashMap<String, OpenForms.State>();
        jdbc.sql("select f.slug, f.form_id, f.version from forms.form f where f.slug = any(:slugs)")
                .param("slugs", slugs.stream().distinct().toArray(String[]::new))
                .query(row -> {
                    var state = new OpenForms.State(row.getObject("form_id", UUID.class), row.getInt("version"));
                    states.put(row.getString("slug"), state);
                });
        return states;
    }

    /** What visitors see of a form, by its name. */
    record Shown(String name, Content content) {}

    /** Forms that are open, of those whose content names this. */
    List<Shown> openNaming(UUID id) {
        return jdbc.sql("""
                        select f.name, e.content
                          from forms.form f
                          join forms.edition e on e.edition_id = f.edition_id
                         where f.state = 'published' and strpos(e.content, :id) > 0
                         order by f.name, f.form_id""")
                .param("id", id.toString())
                .query((row, n) -> new Shown(row.getString("name"), Content.parse(row.getString("content"))))
                .list();
    }

    /** Nobody else changes it until the transaction ends. */
    Form hold(UUID id) {
        return jdbc.sql(SELECT + "where f.form_id = :id for update of f")
                .param("id", id)
                .query((row, n) -> form(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("form"));
    }

    boolean isTaken(String slug) {
        return jdbc.sql("select count(*) from forms.form where slug = :slug")
                        .param("slug", slug)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    UUID add(Form.Plan plan, Content content, Actor actor, Instant now) {
        var id = Ids.next();
        translated(
                plan,
                () -> planned(jdbc.sql("""
                                insert into forms.form
                                       (form_id, slug, name, kind, owner_by, days, confirm, target, sites, content, state, made_at, made_by,
                                        changed_at)
                                values (:id, :slug, :name, :kind, :owner::uuid, :days, :confirm, :target, :sites, :content, 'draft', :now,
                                        :by::uuid, :now)"""), plan)
                        .param("kind", plan.kind())
                        .param("id", id)
                        .param("content", content.json())
                        .param("by", actor.staff())
                        .param("now", Sql.at(now))
                        .update());
        return id;
    }

    void set(UUID id, Form.Plan plan, Content content, Instant now) {
        translated(
                plan,
                () -> planned(jdbc.sql("""
                                update forms.form
                                   set slug = :slug, name = :name, owner_by = :owner::uuid, days = :days, confirm = :confirm, target = :target,
                                       sites = :sites, content = :content, version = version + 1, changed_at = :now
                                 where form_id = :id"""), plan)
                        .param("id", id)
                        .param("content", content.json())
                        .param("now", Sql.at(now))
                        .update());
    }

    private static JdbcClient.StatementSpec planned(JdbcClient.StatementSpec statement, Form.Plan plan) {
        var handling = plan.handling();
        return statement
                .param("slug", plan.slug())
                .param("name", plan.name())
                .param(
                        "owner",
                        handling.owner() == null ? null : handling.owner().value())
                .param("days", handling.days())
                .param("confirm", handling.confirm())
                .param("target", handling.target())
                .param("sites", Sql.array(plan.sites()));
    }

    private static void translated(Form.Plan plan, Runnable written) {
        try {
            written.run();
        } catch (DuplicateKeyException e) {
            throw Problem.invalid("slug", "forms.slug.taken", plan.slug());
        }
    }

    /** What visitors see from now on. */
    Form.Edition publish(Form form, Content content, Actor actor, Instant now) {
        var edition = new Form.Edition(Ids.next(), form.id(), form.course().number() + 1, content, now);
        jdbc.sql("""
                        insert into forms.edition (edition_id, form_id, number, content, published_at, published_by)
                        values (:id, :form, :number, :content, :now, :by::uuid)""")
                .param("id", edition.id())
                .param("form", form.id())
                .param("number", edition.number())
                .param("content", content.json())
                .param("now", Sql.at(now))
                .param("by", actor.staff())
                .update();
        jdbc.sql("""
                        update forms.form
                           set state = 'published', edition_id = :edition, closed_at = null, version = version + 1, changed_at = :now
                         where form_id = :id""")
                .param("edition", edition.id())
                .param("now", Sql.at(now))
                .param("id", form.id())
                .update();
        return edition;
    }

    void close(UUID id, Instant now) {
        jdbc.sql("""
                        update forms.form
                           set state = 'closed', closed_at = :now, version = version + 1, changed_at = :now
                         where form_id = :id""").param("now", Sql.at(now)).param("id", id).update();
    }

    /** One that was never shown. */
    void remove(UUID id) {
        jdbc.sql("delete from forms.form where form_id = :id and edition_id is null")
                .param("id", id)
                .update();
    }

    Optional<Form.Edition> edition(UUID id) {
        return editions.get(
                id,
                () -> jdbc.sql(EDITION + "where e.edition_id = :id")
                        .param("id", id)
                        .query((row, n) -> edition(row))
                        .optional());
    }

    /** The newest first, below a number. */
    List<Form.Edition> editions(UUID form, @Nullable Integer below, int limit) {
        return jdbc.sql(EDITION + """
                        where e.form_id = :form and (:below::int is null or e.number < :below::int)
                        order by e.number desc
                        limit :limit""")
                .param("form", form)
                .param("below", below)
                .param("limit", limit)
                .query((row, n) -> edition(row))
                .list();
    }

    private static Form.Edition edition(ResultSet row) throws SQLException {
        return new Form.Edition(
                row.getObject("edition_id", UUID.class),
                row.getObject("form_id", UUID.class),
                row.getInt("number"),
                Content.parse(row.getString("content")),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static Form form(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_by", UUID.class);
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Form(
                row.getObject("form_id", UUID.class),
                row.getInt("version"),
                new Form.Plan(
                        row.getString("name"),
                        row.getString("slug"),
                        row.getString("kind"),
                        new Form.Handling(
                                owner == null ? null : new AccountId(owner),
                                row.getInt("days"),
                                row.getBoolean("confirm"),
                                row.getString("target")),
                        List.of((String[]) row.getArray("sites").getArray())),
                Content.parse(row.getString("content")),
                new Form.Course(
                        Form.State.of(row.getString("state")),
                        row.getObject("edition_id", UUID.class),
                        row.getInt("number"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        closed == null ? null : closed.toInstant()));
    }
}
