package fi.seloste.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Lists, search and a person, by the API as customer relationship and as marketing. */
final class ListFigures {

    private static final int TIMES = 200;
    private static final String TARGET = "p95 < 50 ms";

    private final Api api;
    private final Figures figures;
    private final List<String> people = new ArrayList<>();
    private final List<String> organisations = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    ListFigures(Api api, Figures figures) {
        this.api = api;
        this.figures = figures;
    }

    void measure() {
        walk();
        warm();
        for (var purpose : List.of("customer", "marketing")) {
            figures.heading("Lists, as " + purpose);
            ask(purpose, "page of 50 by name", i -> "/people?limit=50");
            ask(purpose, "a later page by name", i -> "/people?limit=50&after=" + of(marks, i));
            ask(purpose, "sorted by change", i -> "/people?limit=50&sort=changed");
            ask(purpose, "sorted by organisation", i -> "/people?limit=50&sort=organisation");
            ask(purpose, "filtered by organisation", i -> "/people?limit=50&organisation=" + of(organisations, i));
            ask(purpose, "filtered by e-mail address", i -> "/people?email=" + Crowd.email(Math.abs(i)));
            if (purpose.equals("customer")) {
                ask(purpose, "filtered by tag", i -> "/people?limit=50&tag=messut");
            }
            ask(purpose, "filtered by source", i -> "/people?limit=50&source=registration");
            ask(purpose, "search as one types", i -> "/people?limit=10&search=" + Api.encoded(Crowd.typed(i)));
            ask(purpose, "organisations by name", i -> "/organisations?limit=50");
        }
        figures.heading("A person");
        ask("customer", "the person", i -> "/people/" + of(people, i));
        ask("customer", "the person's timeline", i -> "/people/" + of(people, i) + "/timeline?limit=30");
        var heavy = api.get("/people?email=" + Crowd.email(3))
                .get("items")
                .get(0)
                .get("id")
                .asString();
        ask("customer", "timeline of the person with 10,000 records", i -> "/people/" + heavy + "/timeline?limit=30");
        ask("customer", "the person's history of fields", i -> "/people/" + of(people, i) + "/history?limit=30");
    }

    /** Some pages on, for the ids and marks to ask for. */
    private void walk() {
        String after = null;
        for (int i = 0; i < 20; i++) {
            var page = api.get("/people?limit=100" + (after == null ? "" : "&after=" + after));
            page.get("items").forEach(one -> {
                people.add(one.get("id").asString());
                one.get("organisations")
                        .forEach(o -> organisations.add(o.get("id").asString()));
            });
            if (!page.hasNonNull("next")) {
                return;
            }
            after = Api.encoded(page.get("next").asString());
            marks.add(after);
        }
    }

    /** As a server that has been asked for a while. */
    private void warm() {
        for (int i = 0; i < 300; i++) {
            api.get("/people?limit=50", i % 2 == 0 ? "customer" : "marketing");
            api.get("/people/" + of(people, i));
        }
    }

    private void ask(String purpose, String what, IntFunction<String> path) {
        var timings = Timings.of(TIMES, i -> api.get(path.apply(i), purpose));
        figures.add(what, timings.toString(), TARGET);
    }

    /** Hither and thither, so that no page is warm because its neighbour was just read. */
    private static String of(List<String> several, int i) {
        return several.get(Math.floorMod(i * 7919, several.size()));
    }
}
