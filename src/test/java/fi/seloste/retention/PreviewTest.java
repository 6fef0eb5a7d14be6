package fi.seloste.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permission;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
@Import(Archive.class)
class PreviewTest {

    @Autowired
    Archive archive;

    @Autowired
    Forecast forecast;

    @Autowired
    KeptPreview kept;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    @BeforeEach
    void an_empty_register() {
        archive.run("delete from retention.hold");
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
        archive.clock.turnTo(LocalDate.of(2040, 1, 1));
        archive.sweep.run();
        archive.run("delete from retention.removed");
        archive.run("delete from retention.run");
    }

    @Test
    @Policy({"T4", "T14"})
    void the_preview_tells_by_month_what_the_sweep_then_removes() {
        archive.met("Ada March", "march@jokivoima.example", LocalDate.of(2026, 3, 10));
        archive.met("Boris March", "boris.march@jokivoima.example", LocalDate.of(2026, 2, 28));
        var chen = archive.met("Chen April", "april@jokivoima.example", LocalDate.of(2026, 3, 31));
        archive.clock.turnTo(LocalDate.of(2027, 10, 1));

        var people = forecast.preview().lines().getFirst();
        assertThat(people.months())
                .containsOnly(
                        java.util.Map.entry(YearMonth.of(2028, 2), 1L),
                        java.util.Map.entry(YearMonth.of(2028, 3), 1L),
                        java.util.Map.entry(YearMonth.of(2028, 4), 1L));
        assertThat(forecast.due(YearMonth.of(2028, 4), null, 10))
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.person()).isEqualTo(chen);
                    assertThat(due.goesOn()).isEqualTo(LocalDate.of(2028, 4, 1));
                });

        archive.sweepOn(LocalDate.of(2028, 2, 28));
        assertThat(archive.count("register.person", "name like '% March'")).isEqualTo(2);
        archive.sweepOn(LocalDate.of(2028, 2, 29));
        assertThat(archive.count("register.person", "name = 'Boris March'")).isZero();
        archive.sweepOn(LocalDate.of(2028, 3, 11));
        assertThat(archive.count("register.person", "name like '% March'")).isZero();
        archive.sweepOn(LocalDate.of(2028, 3, 31));
        assertThat(archive.isThere(chen)).isTrue();
        archive.sweepOn(LocalDate.of(2028, 4, 1));
        assertThat(archive.isThere(chen)).isFalse();
    }

    @Test
    @Policy("T14")
    void what_no_sweep_took_and_nothing_stops_is_an_alarm() {
        archive.met("Ada Late", "late@jokivoima.example", LocalDate.of(2026, 3, 10));
        var held = archive.met("Helmi Late", "helmi.late@jokivoima.example", LocalDate.of(2026, 3, 10));
        archive.clock.turnTo(LocalDate.of(2028, 3, 11));
        archive.holds.hold(Hold.Target.of(held), "claim 3", LocalDate.of(2028, 12, 31), Archive.LIISA);

        assertThat(forecast.preview().backlog())
                .as("the night of the day itself")
                .isZero();
        archive.clock.turnTo(LocalDate.of(2028, 3, 12));
        assertThat(forecast.preview().backlog()).isOne();
        assertThat(forecast.preview().stopped()).containsEntry("hold", 1L);

        archive.sweep.run();
        assertThat(forecast.preview().backlog()).isZero();
        assertThat(archive.isThere(held)).isTrue();
    }

    @Test
    @Policy("T14")
    void what_was_counted_within_the_hour_is_shown_as_such_until_something_changes() {
        archive.met("Ada Kept", "kept@jokivoima.example", LocalDate.of(2026, 3, 10));
        archive.clock.turnTo(LocalDate.of(2027, 10, 1));
        var counted = archive.clock.instant();
        assertThat(forecast.shown()).isEqualTo(new Forecast.Shown(forecast.preview(), counted));
        var live = forecast.preview();
        archive.purposes.as(Purpose.RETENTION, () -> kept.keep(live, 0, counted));
        archive.met("Boris Kept", "boris.kept@jokivoima.example", LocalDate.of(2026, 3, 10));

        archive.clock.turnTo(counted.plus(Duration.ofMinutes(59)));
        assertThat(forecast.shown()).isEqualTo(new Forecast.Shown(live, counted));
        archive.clock.turnTo(counted.plus(Duration.ofMinutes(61)));
        assertThat(total(forecast.shown())).isEqualTo(2);

        var now = archive.clock.instant();
        archive.purposes.as(Purpose.RETENTION, () -> kept.keep(live, 0, now));
        assertThat(total(forecast.shown())).isOne();
        archive.holds.hold(
                Hold.Target.of(archive.met("Chen Kept", "chen.kept@jokivoima.example", LocalDate.of(2027, 10, 1))),
                "claim 4",
                LocalDate.of(2028, 12, 31),
                Archive.LIISA);
        archive.clock.turnTo(now);
        assertThat(total(forecast.shown())).isEqualTo(2);
    }

    private static long total(Forecast.Shown shown) {
        return shown.preview().lines().getFirst().total();
    }

    @Test
    void programs_read_the_preview_and_make_and_lift_holds() throws Exception {
        var ada = archive.met("Ada Api", "api@jokivoima.example", LocalDate.of(2026, 3, 10));
        archive.clock.turnTo(LocalDate.of(2028, 1, 5));
        call(get("/api/v1/retention/preview"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.categories[0].category").value("contact-information"))
                .andExpect(jsonPath("$.categories[0].months[2].month").value("2028-03"))
                .andExpect(jsonPath("$.categories[0].months[2].count").value(1));
        var location = call(json("{\"person\": \"" + ada + "\", \"reason\": \"claim\", \"until\": \"2029-01-31\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        call(get("/api/v1/retention/holds")).andExpect(jsonPath("$.items[*].person", hasItem(ada.toString())));
        call(delete(String.valueOf(location))).andExpect(status().isNoContent());
        call(delete(String.valueOf(location))).andExpect(status().isConflict());
    }

    @Test
    void a_hold_without_reason_end_or_target_is_refused_with_the_field() throws Exception {
        archive.clock.turnTo(LocalDate.of(2028, 1, 5));
        call(json("{\"reason\": \"claim\", \"until\": \"2029-01-31\"}")).andExpect(status().isBadRequest());
        call(json("{\"category\": \"shoes\", \"reason\": \"claim\", \"until\": \"2029-01-31\"}"))
                .andExpect(status().isBadRequest());
        call(json("{\"category\": \"correspondence\", \"reason\": \" \", \"until\": \"2029-01-31\"}"))
                .andExpect(status().isBadRequest());
        call(json("{\"category\": \"correspondence\", \"reason\": \"claim\", \"until\": \"2027-01-31\"}"))
                .andExpect(status().isBadRequest());
        call(json("{\"category\": \"correspondence\", \"reason\": \"claim\", \"until\": \"soon\"}"))
                .andExpect(status().isBadRequest());
        call(json(
                        "{\"person\": \"01999999-0000-7000-8000-000000000001\", \"reason\": \"claim\", \"until\": \"2029-01-31\"}"))
                .andExpect(status().isBadRequest());
        call(get("/api/v1/retention/holds/nothing")).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder json(String body) {
        return post("/api/v1/retention/holds")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        var token = tokens.make(
                new ApiTokens.Wish("Bridge", List.of("retention"), null),
                Actor.system("test"),
                Permissions.allOf(Permission.HOLDABLE));
        return web.perform(request.header("Authorization", "Bearer " + token));
    }
}
