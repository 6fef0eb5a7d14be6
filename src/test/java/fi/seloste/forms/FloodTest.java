package fi.seloste.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Faults;
import fi.seloste.Policy;
import fi.seloste.store.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Very many who send a form at once, and the death of the process among them. */
@DatabaseTest
@Import(Visitors.class)
class FloodTest {

    @Autowired
    Visitors visitors;

    @Autowired
    Forms forms;

    @Autowired
    Visiting visiting;

    @Autowired
    Intake intake;

    @Autowired
    Faults faults;

    @Autowired
    MockMvc web;

    /** A page that somebody has open, and what is typed there. */
    private record Opened(Form form, String page, String email) {}

    @Test
    @Policy("F12")
    void two_hundred_at_once_are_kept_once_each_and_asked_once_each() throws Exception {
        var form = visitors.contact();
        var filled = new ArrayList<Opened>();
        for (int i = 0; i < 200; i++) {
            filled.add(new Opened(form, visitors.page(form), "flood%d@jokivoima.example".formatted(i)));
        }
        visitors.clock.advance(Duration.ofMinutes(2));

        assertThat(atOnce(filled)).hasSize(200).containsOnly(303);

        assertThat(kept(form)).isEqualTo(200);
        assertThat(visitors.count("select count(distinct email) from forms.arrival where form_id = ?", form.id()))
                .isEqualTo(200);
        visitors.work();
        assertThat(inState(form, "asked")).isEqualTo(200);
        assertThat(visitors.letters("flood7@jokivoima.example")).hasSize(1);
    }

    @Test
    @Policy("F12")
    void a_stamp_that_forty_send_at_once_lets_one_of_them_in() throws Exception {
        var form = visitors.contact();
        var page = visitors.page(form);
        visitors.clock.advance(Duration.ofMinutes(2));
        var filled = IntStream.range(0, 40)
                .mapToObj(i -> new Opened(form, page, "same%d@jokivoima.example".formatted(i)))
                .toList();

        assertThat(atOnce(filled)).filteredOn(code -> code == 400).hasSize(39);
        assertThat(kept(form)).isOne();
    }

    @Test
    @Policy("F12")
    void a_form_that_closes_in_the_midst_of_a_flood_keeps_what_it_has_taken_and_nothing_else() throws Exception {
        var form = visitors.contact();
        var other = visitors.contact();
        var filled = new ArrayList<Opened>();
        for (int i = 0; i < 60; i++) {
            var to = i % 2 == 0 ? form : other;
            filled.add(new Opened(to, visitors.page(to), "closing%d@jokivoima.example".formatted(i)));
        }
        visitors.clock.advance(Duration.ofMinutes(2));
        var closing = Thread.ofPlatform().start(() -> forms.close(form.id(), Visitors.JENNY));

        var codes = atOnce(filled);
        closing.join();

        assertThat(kept(other)).isEqualTo(30);
        assertThat(kept(form) + 30)
                .isEqualTo(codes.stream().filter(code -> code / 100 == 3).count());
    }

    @Test
    @Policy("F12")
    void what_cannot_be_gone_on_with_holds_up_none_of_those_that_came_with_it() throws Exception {
        var form = visitors.contact();
        for (int i = 0; i < 30; i++) {
            send(form, "with%d@jokivoima.example".formatted(i));
        }
        // As if they had come at the same moment; what one of them answered cannot be read any more.
        visitors.purposes.as(
                Purpose.OWNER,
                () -> visitors.jdbc.sql("""
                        update forms.arrival
                           set came_with = (select min(arrival_id::text)::uuid from forms.arrival where form_id = :form),
                               answers = case when email like 'with3@%' then '{' else answers end
                         where form_id = :form""").param("form", form.id()).update());
        var first = visitors.purposes.as(
                Purpose.OWNER,
                () -> visitors.jdbc
                        .sql("select min(arrival_id::text) from forms.arrival where form_id = :form")
                        .param("form", form.id())
                        .query(String.class)
                        .single());

        assertThat(failure(first)).isNotEmpty();
        assertThat(inState(form, "received")).isOne();
        assertThat(kept(form)).isOne();

        visitors.purposes.as(
                Purpose.OWNER,
                () -> visitors.jdbc
                        .sql("update forms.arrival set answers = '[]' where form_id = :form")
                        .param("form", form.id())
                        .update());
        intake.run(first);
        assertThat(inState(form, "received")).isZero();
    }

    @Test
    @Policy("F12")
    void wherever_the_process_dies_who_presses_again_is_kept_once_and_is_told_the_truth() {
        var all = faults.mustEndAlike("form", new Faults.Course<Opened, Map<String, Object>>() {
            @Override
            public Opened prepare(String name) {
                try {
                    var form = visitors.contact();
                    var filled = new Opened(form, visitors.page(form), name.replace('.', '-') + "@jokivoima.example");
                    visitors.clock.advance(Duration.ofMinutes(2));
                    return filled;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public void act(Opened filled) {
                send(filled);
            }

            @Override
            public void goOn(Opened filled) {
                boolean wasKept = kept(filled.form()) == 1;
                assertThat(send(filled)).as("kept before: %s", wasKept).isEqualTo(wasKept ? 400 : 303);
                visitors.work();
            }

            @Override
            public Map<String, Object> end(Opened filled) {
                var end = new TreeMap<String, Object>();
                end.put("kept", kept(filled.form()));
                end.put("asked", inState(filled.form(), "asked"));
                end.put("letters", visitors.letters(filled.email()).size());
                return end;
            }
        });

        assertThat(all.kills()).isEqualTo(2);
        assertThat(all.undisturbed()).containsEntry("kept", 1L).containsEntry("letters", 1);
    }

    private void send(Form form, String email) {
        visiting.send(form.plan().slug(), "en", Map.of("name", "Ada Koskinen", "email", email, "message", "Call me"));
    }

    private String failure(String instance) {
        try {
            intake.run(instance);
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<Integer> atOnce(List<Opened> filled) throws Exception {
        try (var many = Executors.newFixedThreadPool(32)) {
            var codes = new ArrayList<Integer>();
            for (var one : many.invokeAll(filled.stream()
                    .map(one -> (Callable<Integer>) () -> send(one))
                    .toList())) {
                codes.add(one.get());
            }
            return codes;
        }
    }

    private int send(Opened filled) {
        try {
            return web.perform(MockMvcRequestBuilders.post(
                                    "/f/" + filled.form().plan().slug())
                            .contentType("application/x-www-form-urlencoded")
                            .header("Accept-Language", "en")
                            .with(visitors.somebodyElse())
                            .param("edition", Visitors.found(Visitors.EDITION, filled.page()))
                            .param("guard-stamp", Visitors.found(Visitors.STAMP, filled.page()))
                            .param("guard-homepage", "")
                            .param("name", "Ada Koskinen")
                            .param("email", filled.email())
                            .param("message", "Call me"))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long kept(Form form) {
        return visitors.count("select count(*) from forms.arrival where form_id = ?", form.id());
    }

    private long inState(Form form, String state) {
        return visitors.count("select count(*) from forms.arrival where form_id = ? and state = ?", form.id(), state);
    }
}
