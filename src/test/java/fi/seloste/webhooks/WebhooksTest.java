package fi.seloste.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.outgoing.Outgoing;
import fi.seloste.register.Ban;
import fi.seloste.register.MarketingBan;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Other programs hear that something happened here; of whom their purpose may not see they hear nothing. */
@DatabaseTest
class WebhooksTest {

    private static final Actor MIKKO =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Mikko Laine");
    private static final Permissions EVERYTHING = Permissions.allOf(Happening.purposes());

    @Autowired
    Webhooks webhooks;

    @Autowired
    DeliveryRounds rounds;

    @Autowired
    fi.seloste.events.Telling telling;

    @Autowired
    DeliveryJob promptly;

    @Autowired
    Outgoing outgoing;

    @Autowired
    MarketingBan bans;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @Autowired
    MockMvc web;

    private Receiver receiver;
    private String token;

    @BeforeEach
    void aProgramListens() throws IOException {
        receiver = new Receiver();
        token = tokens.make(
                new ApiTokens.Wish("test", List.of("customer", "support", "rights", "marketing"), null),
                MIKKO,
                EVERYTHING);
    }

    @AfterEach
    void nobodyListens() {
        receiver.close();
        webhooks.all().forEach(one -> webhooks.remove(one.id(), MIKKO));
        clock.reset();
    }

    @Test
    @Policy("W1")
    void a_program_is_told_what_happened_to_which_id_and_nothing_of_the_person() throws Exception {
        var made = make("customer", "person.added", "person.changed");

        var ada = person("Ada Koskinen", "ada.webhook@jokivoima.example");
        rounds.run();

        assertThat(receiver.bodies()).hasSize(1);
        var body = receiver.bodies().getFirst();
        assertThat((String) JsonPath.read(body, "$.type")).isEqualTo("person.added");
        assertThat((String) JsonPath.read(body, "$.timestamp")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat((String) JsonPath.read(body, "$.data.id")).isEqualTo(ada.toString());
        assertThat(body).doesNotContain("Ada", "jokivoima");
        assertThat(told(made)).extracting(Delivery::state).containsExactly("delivered");
    }

    @Test
    @Policy("W2")
    void a_call_bears_the_signature_of_the_secret_that_was_shown_once() throws Exception {
        var made = make("customer", "person.added");
        person("Boris Lindqvist", "boris.webhook@jokivoima.example");
        rounds.run();

        var call = receiver.calls.getFirst();
        assertThat(call.signature())
                .isEqualTo("v1,"
                        + Signature.signed(
                                made.secret(),
                                call.id() + "." + call.timestamp() + ".",
                                call.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(owner("select encode(sealed_secret, 'escape') from webhooks.webhook"))
                .doesNotContain(made.secret().substring(6));
    }

    @Test
    @Policy("W2")
    void for_a_day_after_a_new_secret_the_one_before_signs_too_and_then_is_gone() throws Exception {
        var made = make("customer", "person.added");
        var renewed = webhooks.renew(made.id(), MIKKO);
        assertThat(webhooks.get(made.id()).oldSecretUntil())
                .isEqualTo(clock.instant().plus(Duration.ofHours(24)));

        person("Kaisa Salmi", "kaisa.webhook@jokivoima.example");
        rounds.run();
        assertThat(receiver.calls.getLast().signature())
                .isEqualTo(signed(renewed.secret()) + " " + signed(made.secret()));

        var third = webhooks.renew(made.id(), MIKKO);
        person("Liisa Salmi", "liisa.webhook@jokivoima.example");
        rounds.run();
        assertThat(receiver.calls.getLast().signature())
                .as("of two before, only the last")
                .isEqualTo(signed(third.secret()) + " " + signed(renewed.secret()));

        clock.advance(Duration.ofHours(24));
        person("Maija Salmi", "maija.webhook@jokivoima.example");
        rounds.run();
        assertThat(receiver.calls.getLast().signature()).isEqualTo(signed(third.secret()));
        assertThat(owner("select count(old_secret)::text from webhooks.webhook"))
                .isEqualTo("0");
        assertThat(webhooks.get(made.id()).oldSecretUntil()).isNull();
    }

    private String signed(String secret) {
        var call = receiver.calls.getLast();
        return "v1,"
                + Signature.signed(
                        secret,
                        call.id() + "." + call.timestamp() + ".",
                        call.body().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @Policy("W3")
    void of_whom_its_purpose_does_not_see_a_program_hears_only_that_they_left() throws Exception {
        make("marketing", "person.changed", "person.banned");
        make("customer", "person.changed", "person.banned");
        var chen = person("Chen Lahti", "chen.webhook@jokivoima.example");
        rename(chen, "Chen Lahti-Virta");
        rounds.run();
        assertThat(receiver.bodies()).as("both see Chen as yet").hasSize(2);

        purposes.as(Purpose.CUSTOMER, () -> bans.ban(chen, new Ban("asked by telephone", false, null), MIKKO));
        rename(chen, "Chen Virta");
        rounds.run();

        assertThat(types())
                .containsExactlyInAnyOrder(
                        "person.changed", "person.changed", "person.banned", "person.banned", "person.changed");
        assertThat(owner("select count(*)::text from webhooks.delivery where outcome = 'withheld'"))
                .isEqualTo("1");
    }

    @Test
    @Policy("W4")
    void an_erasure_is_told_and_the_id_is_forgotten_when_it_has_been_heard() throws Exception {
        make("customer", "person.erased");
        var dora = person("Dora Mäki", "dora.webhook@jokivoima.example");
        erase("dora.webhook@jokivoima.example");
        assertThat(owner("select object_id::text from webhooks.delivery")).isEqualTo(dora.toString());

        rounds.run();

        assertThat(receiver.bodies()).hasSize(1);
        assertThat((String) JsonPath.read(receiver.bodies().getFirst(), "$.data.id"))
                .isEqualTo(dora.toString());
        assertThat(owner("select count(object_id)::text from webhooks.delivery"))
                .isEqualTo("0");
    }

    @Test
    @Policy("W5")
    void what_was_rolled_back_was_never_told_and_what_was_committed_is_told_whatever_dies() throws Exception {
        make("customer", "person.banned");
        var eino = person("Eino Salmi", "eino.webhook@jokivoima.example");
        assertThatThrownBy(() -> purposes.as(Purpose.CUSTOMER, () -> {
                    bans.ban(eino, new Ban("asked by mail", false, null), MIKKO);
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessageContaining("power");
        rounds.run();
        assertThat(receiver.bodies()).isEmpty();

        receiver.answer = 503;
        purposes.as(Purpose.CUSTOMER, () -> bans.ban(eino, new Ban("asked by mail", false, null), MIKKO));
        rounds.run();
        rounds.run();
        assertThat(receiver.bodies())
                .as("asked once, and again only after a while")
                .hasSize(1);
        assertThat(webhooks.all()).allMatch(Webhook::isFailing);

        receiver.answer = 204;
        clock.advance(Duration.ofMinutes(2));
        rounds.run();

        assertThat(receiver.calls).hasSize(2);
        assertThat(receiver.calls.get(1).id()).isEqualTo(receiver.calls.get(0).id());
        assertThat(webhooks.all()).noneMatch(Webhook::isFailing);
    }

    @Test
    void what_it_was_told_is_read_page_by_page_to_the_first() throws Exception {
        var made = make("customer", "person.added");
        var names = List.of("Uno Sivu", "Duo Sivu", "Tre Sivu");
        for (var one : names) {
            person(one, one.replace(' ', '.') + "@sivut.example");
        }

        var read = new ArrayList<UUID>();
        String after = null;
        do {
            var page = webhooks.deliveries(made.id(), Paging.of("1", after));
            page.items().forEach(one -> read.add(one.id()));
            after = page.next();
        } while (after != null);

        assertThat(read).hasSize(3).doesNotHaveDuplicates();
        assertThat(read).isEqualTo(told(made).stream().map(Delivery::id).toList());
    }

    @Test
    @Policy("W5")
    void a_receiver_that_does_not_answer_keeps_nobody_waiting() throws Exception {
        var made = make("customer", "person.added");
        receiver.answer = 503;
        person("Kerttu Aho", "kerttu.webhook@jokivoima.example");
        person("Leo Aho", "leo.webhook@jokivoima.example");
        var waiting = told(made);
        assertThat(waiting).hasSize(2);

        waiting.forEach(one -> promptly.run(one.id().toString()));
        assertThat(receiver.calls)
                .as("the second is not tried after the first failed")
                .hasSize(1);

        receiver.answer = 204;
        clock.advance(Duration.ofMinutes(2));
        rounds.run();
        assertThat(receiver.calls).hasSize(3);
        assertThat(webhooks.waiting(made.id())).isZero();
    }

    @Test
    @Policy("W5")
    void who_does_not_listen_for_three_days_is_not_told_any_more() throws Exception {
        var made = make("customer", "person.added");
        receiver.answer = 500;
        person("Fanny Holm", "fanny.webhook@jokivoima.example");
        for (int hour = 0; hour <= 90; hour++) {
            rounds.run();
            clock.advance(Duration.ofHours(1));
        }

        assertThat(told(made)).extracting(Delivery::state).containsExactly("given-up");
        int calls = receiver.calls.size();
        assertThat(calls).isBetween(8, 20);
        clock.advance(Duration.ofDays(1));
        rounds.run();
        assertThat(receiver.calls).hasSize(calls);

        clock.advance(Duration.ofDays(31));
        rounds.run();
        assertThat(told(made)).isEmpty();
    }

    @Test
    @Policy("W5")
    void who_says_that_it_listens_no_more_is_left_in_peace_and_who_refuses_one_call_hears_the_next() throws Exception {
        var made = make("customer", "person.added");
        receiver.answer = 400;
        person("Greta Sund", "greta.webhook@jokivoima.example");
        rounds.run();
        assertThat(told(made)).extracting(Delivery::state).containsExactly("refused");
        assertThat(webhooks.get(made.id()).isPaused()).isFalse();

        receiver.answer = 410;
        person("Hanna Berg", "hanna.webhook@jokivoima.example");
        rounds.run();

        assertThat(webhooks.get(made.id()).health().pausedFor()).isEqualTo("gone");
        person("Ida Forss", "ida.webhook@jokivoima.example");
        assertThat(webhooks.waiting(made.id())).as("nothing is kept for it").isZero();
    }

    @Test
    @Policy("W6")
    void nobody_lets_a_program_hear_in_a_purpose_that_they_do_not_hold_themselves() {
        var form = new WebhookForm("Reporting", receiver.url(), "rights", List.of("request.received"));
        assertThatThrownBy(
                        () -> webhooks.make(form.wish(outgoing), MIKKO, Permissions.allOf(List.of(Purpose.CUSTOMER))))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(webhooks.all()).isEmpty();

        webhooks.make(form.wish(outgoing), MIKKO, EVERYTHING);
        assertThat(owner("select string_agg(act, ' ' order by at) from evidence.entry where object_kind = 'webhook'"))
                .contains("webhook-made");
    }

    @Test
    @Policy("W6")
    void what_does_not_fit_together_is_refused_by_its_field() {
        refused("events", new WebhookForm("x", receiver.url(), "customer", List.of("request.received")));
        refused("events", new WebhookForm("x", receiver.url(), "customer", List.of("person.sold")));
        refused("events", new WebhookForm("x", receiver.url(), "customer", List.of()));
        refused("purpose", new WebhookForm("x", receiver.url(), "technical", List.of("person.added")));
        refused("name", new WebhookForm(" ", receiver.url(), "customer", List.of("person.added")));
        refused("url", new WebhookForm("x", "https://192.168.0.1/", "customer", List.of("person.added")));
        assertThat(webhooks.all()).isEmpty();
    }

    private void refused(String field, WebhookForm form) {
        assertThatThrownBy(() -> webhooks.make(form.wish(outgoing), MIKKO, EVERYTHING))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @Test
    void a_trial_comes_whatever_was_chosen_and_a_paused_webhook_sends_none() throws Exception {
        var made = make("customer", "import.committed");
        webhooks.test(made.id());
        rounds.run();
        assertThat(types()).containsExactly("webhook.tested");

        webhooks.pause(made.id(), MIKKO);
        assertThatThrownBy(() -> webhooks.test(made.id())).isInstanceOf(Problem.Conflict.class);
        webhooks.resume(made.id(), MIKKO);
        webhooks.test(made.id());
        rounds.run();
        assertThat(receiver.calls).hasSize(2);
    }

    @Test
    void a_request_is_told_when_it_comes_in_and_when_it_ends() throws Exception {
        make("rights", "request.received", "request.ended");
        person("Juha Niemi", "juha.webhook@jokivoima.example");
        erase("juha.webhook@jokivoima.example");
        rounds.run();
        assertThat(types()).containsExactlyInAnyOrder("request.received", "request.ended");
    }

    @Test
    void an_event_is_told_by_its_own_id_when_it_or_its_guests_change() throws Exception {
        make("customer", "event.changed", "event.guests-changed");
        var event = (String) JsonPath.read(post("/events", """
                        {"words": {"en": {"name": "Readiness day"}}, "startsAt": "2027-03-09T09:00:00+02:00", "endsAt": "2027-03-09T10:00:00+02:00"}"""), "$.id");
        post("/events/" + event + "/opening", "{}");
        var guest = (String) JsonPath.read(post("/events/" + event + "/registrations", """
                        {"name": "Juha Niemi", "email": "juha.guest@jokivoima.example"}"""), "$.id");
        telling.run(guest);
        rounds.run();
        assertThat(types()).containsExactlyInAnyOrder("event.changed", "event.changed", "event.guests-changed");
        assertThat(receiver.bodies())
                .allMatch(body -> JsonPath.read(body, "$.data.id").equals(event));
    }

    private Webhooks.Made make(String purpose, String... events) {
        return webhooks.make(
                new WebhookForm("Reporting", receiver.url(), purpose, List.of(events)).wish(outgoing),
                MIKKO,
                EVERYTHING);
    }

    private List<String> types() {
        return receiver.bodies().stream()
                .map(body -> (String) JsonPath.read(body, "$.type"))
                .toList();
    }

    private PersonId person(String name, String email) throws Exception {
        return new PersonId(UUID.fromString(JsonPath.read(post("/people", """
                        {"name": "%s", "emails": ["%s"], "source": "met-in-person"}""".formatted(name, email)), "$.id")));
    }

    private void rename(PersonId id, String name) throws Exception {
        web.perform(MockMvcRequestBuilders.patch("/api/v1/people/" + id)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"%s\"}".formatted(name)))
                .andReturn();
    }

    private void erase(String email) throws Exception {
        String id = JsonPath.read(
                post("/rights/requests", "{\"right\": \"erasure\", \"email\": \"%s\"}".formatted(email)), "$.id");
        post("/rights/requests/" + id + "/identity", "{\"how\": \"attested\", \"note\": \"known by voice\"}");
        post("/rights/requests/" + id + "/fulfilment", "{}");
    }

    private String post(String path, String body) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/api/v1" + path)
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String owner(String sql) {
        return purposes.as(
                Purpose.OWNER, () -> jdbc.sql(sql).query(String.class).single());
    }

    private List<Delivery> told(Webhooks.Made made) {
        return webhooks.deliveries(made.id(), Paging.of(null, null)).items();
    }
}
