package fi.seloste.bench;

import fi.seloste.Inside;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes to say how many people an audience has that asks the company's own fields, of which everybody has a value. */
final class AudienceFigures {

    private static final String TARGET = "1 M < 300 ms";

    private final Product product;
    private final String token;
    private final Figures figures;
    private final Bench.Options options;

    AudienceFigures(Product product, String token, Figures figures, Bench.Options options) {
        this.product = product;
        this.token = token;
        this.figures = figures;
        this.options = options;
    }

    void measure() throws Exception {
        figures.heading("Audiences by the company's own fields, each filled in for everybody");
        try (var inside = Inside.open(options.folder().resolve("data"))) {
            fill(inside);
        }
        product.start();
        try {
            product.tidy();
            var api = new Api(product, token);
            counted(api, "everybody", List.of());
            counted(api, "a choice that a fifth have", List.of(asked("bench-choice", "b")));
            counted(api, "a day that half are after", List.of(asked("bench-day:since", "2026-07-01")));
            counted(api, "a number that a tenth have", List.of(asked("bench-number:to", "99")));
            counted(api, "a number that nine tenths have", List.of(asked("bench-number:from", "100")));
            counted(
                    api,
                    "all three together",
                    List.of(
                            asked("bench-choice", "b"),
                            asked("bench-day:since", "2026-07-01"),
                            asked("bench-number:from", "100")));
        } finally {
            product.stop();
        }
    }

    private void counted(Api api, String what, List<Map<String, String>> conditions) {
        var groups = conditions.isEmpty() ? List.of() : List.of(Map.of("conditions", conditions));
        var segment = api.post("/segments", Map.of("name", what, "groups", groups))
                .get("id")
                .asString();
        int people = api.get("/segments/" + segment + "/count").get("people").asInt();
        figures.add(
                "%s (%,d)".formatted(what, people),
                Timings.of(20, i -> api.get("/segments/" + segment + "/count")).toString(),
                TARGET);
    }

    private static Map<String, String> asked(String field, String value) {
        return Map.of("field", "own:" + field, "value", value);
    }

    /** As the owner, since to write them is not what is measured. */
    private static void fill(Inside inside) {
        var jdbc = inside.get(JdbcClient.class);
        inside.get(Purposes.class).as(Purpose.OWNER, () -> {
            field(jdbc, "choice", "{a,b,c,d,e}", "(array['a', 'b', 'c', 'd', 'e'])[1 + n % 5]");
            field(jdbc, "date", "{}", "(date '2026-01-01' + n % 365)::text");
            field(jdbc, "number", "{}", "(n % 1000)::text");
        });
        inside.get(Purposes.class).as(Purpose.OWNER, () -> jdbc.sql("analyze").update());
    }

    private static void field(JdbcClient jdbc, String kind, String choices, String value) {
        var key = "bench-" + (kind.equals("date") ? "day" : kind);
        jdbc.sql("""
                        insert into register.custom_field (custom_field_id, entity, name, kind, category, choices, created_at, key)
                        values (uuidv7(), 'person', :key, :kind, 'contact-information', cast(:choices as text[]), now(), :key)""")
                .param("key", key)
                .param("kind", kind)
                .param("choices", choices)
                .update();
        jdbc.sql("""
                        insert into register.custom_value_of_contacts (custom_value_id, custom_field_id, person_id, standing, value, created_at)
                        select uuidv7(), f.custom_field_id, p.person_id, p.standing, %s, now()
                          from (select person_id, standing, (row_number() over (order by md5(person_id::text)))::integer as n from register.person) p
                          join register.custom_field f on f.key = :key""".formatted(value)).param("key", key).update();
    }
}
