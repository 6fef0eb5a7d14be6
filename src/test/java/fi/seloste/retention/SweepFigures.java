package fi.seloste.retention;

import fi.seloste.App;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Settings;
import fi.seloste.postgres.PostgresServer;
import fi.seloste.postgres.Tuning;
import fi.seloste.store.Address;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the preview and the sweep on a durable database: half of the people are due, each with an address, a post, a note, two changes
 * and a place on a list that somebody looked at. Argument: how many people.
 */
final class SweepFigures {

    private SweepFigures() {}

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory(Path.of("target"), "figures");
        var server = PostgresServer.start(folder.resolve("cluster"), Tuning.PRODUCTION);
        try (var context = start(folder, server)) {
            measure(context, people);
        } finally {
            server.stop();
        }
    }

    private static ConfigurableApplicationContext start(Path folder, PostgresServer server) {
        var access = server.database("seloste");
        return new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties("seloste.jobs=off", "logging.level.root=warn")
                .initializers(context -> {
                    var beans = context.getBeanFactory();
                    beans.registerSingleton("settings", Settings.of(Map.of(), Map.of()));
                    beans.registerSingleton("dataFolder", DataFolder.open(folder.resolve("data")));
                    beans.registerSingleton("keys", Keys.passing());
                    beans.registerSingleton(
                            "address",
                            new Address(
                                    access.url(),
                                    access.user(),
                                    access.password(),
                                    "figures".getBytes(StandardCharsets.UTF_8)));
                    beans.registerSingleton("clock", Clock.systemUTC());
                })
                .run();
    }

    private static void measure(ConfigurableApplicationContext context, int people) {
        var purposes = context.getBean(Purposes.class);
        var jdbc = context.getBean(JdbcClient.class);
        purposes.as(Purpose.OWNER, () -> fill(jdbc, people));
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("analyze").update();
        });
        long before = System.nanoTime();
        var preview = context.getBean(Forecast.class).preview();
        say(
                "preview",
                before,
                "%d overdue of %d".formatted(preview.lines().getFirst().overdue(), people));
        before = System.nanoTime();
        context.getBean(NightlySweep.class).run();
        double seconds = (System.nanoTime() - before) / 1e9;
        long left = purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from register.person")
                        .query(Long.class)
                        .single());
        System.out.printf(
                "sweep: %d people in %.1f s, %.0f people/min; %d left%n",
                people - left, seconds, (people - left) / seconds * 60, left);
    }

    private static void say(String what, long before, String more) {
        System.out.printf("%s: %.0f ms, %s%n", what, (System.nanoTime() - before) / 1e6, more);
    }

    private static void fill(JdbcClient jdbc, int people) {
        for (var sql : """
                insert into register.organisation (organisation_id, name, name_folded, search_words, source, sourced_on, created_at, changed_at)
                select gen_random_uuid(), 'Firm ' || i, 'firm ' || i, ' firm ' || i, 'phone', '2023-01-01', '2023-01-01', '2023-01-01'
                  from generate_series(1, %1$d / 20) i;
                insert into register.person (person_id, name, sort_name, search_words, source, sourced_on, created_at, changed_at)
                select gen_random_uuid(), 'Person ' || i, 'Person ' || i, ' person ' || i, 'phone',
                       case when i %% 2 = 0 then date '2023-06-01' + i %% 300 else date '2026-06-01' end, '2023-01-01', '2023-01-01'
                  from generate_series(1, %1$d) i;
                insert into register.contact_point (contact_point_id, person_id, standing, kind, usage, value, strict_print, canonical_print, source, sourced_on, created_at)
                select gen_random_uuid(), p.person_id, 0, 'email', 'personal', replace(p.name, ' ', '.') || '@figures.example',
                       decode(md5(p.name), 'hex'), decode(md5('c' || p.name), 'hex'), 'phone', '2023-01-01', '2023-01-01' from register.person p;
                insert into register.affiliation (affiliation_id, person_id, standing, organisation_id, created_at)
                select gen_random_uuid(), p.person_id, 0, o.organisation_id, '2023-01-01'
                  from (select person_id, row_number() over () as n from register.person) p
                  join (select organisation_id, row_number() over () as n from register.organisation) o on o.n = p.n %% (%1$d / 20) + 1;
                insert into register.note (note_id, person_id, standing, kind, text, at, written_by_name, created_at)
                select gen_random_uuid(), p.person_id, 0, 'note', 'a note of some length about ' || p.name, '2023-01-01', 'Staff', '2023-01-01'
                  from register.person p;
                insert into register.change (change_id, entity, entity_id, person_id, standing, field, new_value, at, actor_kind, actor_name)
                select gen_random_uuid(), 'person', p.person_id, p.person_id, 0, 'added', p.name, '2023-01-01', 'staff', 'Staff'
                  from register.person p, generate_series(1, 2);
                insert into evidence.consultation (consultation_id, at, actor_kind, purpose, how, subjects)
                select gen_random_uuid(), '2026-06-01', 'staff', 'customer', 'list', array_agg(p.person_id)
                  from (select person_id, row_number() over () / 50 as page from register.person) p group by p.page
                """.formatted(people).split(";")) {
            jdbc.sql(sql).update();
        }
    }
}
