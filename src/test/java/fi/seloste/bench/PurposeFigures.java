package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PeopleQuery;
import fi.seloste.register.Register;
import fi.seloste.register.Timeline;
import fi.seloste.register.TimelineQuery;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What roles and policies cost: the same door in the same process, in turns as a purpose and as the owner, whom no policy filters. Each
 * turn is rolled back, since a commit of the consultation waits for the disk and would hide the difference.
 */
final class PurposeFigures {

    private static final int TIMES = 300;
    private static final int RESTRICTED = 1_000;
    private static final Actor BENCH = Actor.system("bench");

    private final Bench.Options options;
    private final Figures figures;

    PurposeFigures(Bench.Options options, Figures figures) {
        this.options = options;
        this.figures = figures;
    }

    void measure() throws Exception {
        figures.heading("Purposes: the same query as purpose and as owner");
        try (var inside = Inside.open(options.folder().resolve("data"))) {
            var register = inside.get(Register.class);
            var purposes = inside.get(Purposes.class);
            var ids = ids(inside, purposes);
            for (var purpose : List.of(Purpose.CUSTOMER, Purpose.MARKETING)) {
                for (var query : queries().entrySet()) {
                    compare(
                            purposes,
                            purpose,
                            query.getKey(),
                            i -> register.list(PeopleQuery.of(query.getValue()), Evidence.How.LIST, BENCH));
                }
            }
            compare(
                    purposes,
                    Purpose.CUSTOMER,
                    "the person",
                    i -> register.card(ids.get(Math.floorMod(i * 7919, ids.size())), Evidence.How.PAGE, BENCH));
            var timeline = inside.get(Timeline.class);
            compare(
                    purposes,
                    Purpose.CUSTOMER,
                    "timeline of the person",
                    i -> timeline.of(ids.get(Math.floorMod(i * 7919, ids.size())), TimelineQuery.first(50)));
            restrict(inside, purposes);
            compare(
                    purposes,
                    Purpose.CUSTOMER,
                    "the same, of %,d people notes and changes are restricted".formatted(RESTRICTED),
                    i -> timeline.of(ids.get(Math.floorMod(i * 7919, ids.size())), TimelineQuery.first(50)));
        }
    }

    /** Last, since it stays: single categories of so many, none of whom is looked at. */
    private static void restrict(Inside inside, Purposes purposes) {
        purposes.as(
                Purpose.OWNER,
                () -> inside.get(JdbcClient.class)
                        .sql("""
                        insert into register.partial_restriction (person_id, category, standing_bit, request_id, since_at)
                        select p.person_id, c.category, c.standing_bit, p.person_id, p.created_at
                          from (select person_id, created_at from register.person order by md5(person_id::text) desc limit :many) p
                         cross join (values ('relationship-notes', 32), ('contact-changes', 64)) as c (category, standing_bit)""")
                        .param("many", RESTRICTED)
                        .update());
    }

    private static Map<String, Map<String, String>> queries() {
        var queries = new LinkedHashMap<String, Map<String, String>>();
        queries.put("page of 50 by name", Map.of("limit", "50"));
        queries.put("sorted by change", Map.of("limit", "50", "sort", "changed"));
        queries.put("sorted by organisation", Map.of("limit", "50", "sort", "organisation"));
        queries.put("filtered by source", Map.of("limit", "50", "source", "registration"));
        return queries;
    }

    private static final class Undone extends RuntimeException {}

    private static void rolledBack(Purposes purposes, Purpose purpose, Runnable work) {
        try {
            purposes.as(purpose, () -> {
                work.run();
                throw new Undone();
            });
        } catch (Undone e) {
            return;
        }
    }

    private void compare(Purposes purposes, Purpose purpose, String what, java.util.function.IntFunction<?> work) {
        var both = Timings.inTurns(
                TIMES,
                i -> rolledBack(purposes, purpose, () -> work.apply(i)),
                i -> rolledBack(purposes, Purpose.OWNER, () -> work.apply(i)));
        figures.add(
                what + ", " + purpose.code(),
                String.format(
                        Locale.ROOT,
                        "%.2f / %.2f ms, x %.2f",
                        both[0].median(),
                        both[1].median(),
                        both[0].median() / both[1].median()),
                "x < 1.15");
    }

    private static List<PersonId> ids(Inside inside, Purposes purposes) {
        return purposes
                .as(
                        Purpose.OWNER,
                        () -> inside.get(JdbcClient.class)
                                .sql("select person_id from register.person order by md5(person_id::text) limit 2000")
                                .query(UUID.class)
                                .list())
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
