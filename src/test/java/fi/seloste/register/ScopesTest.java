package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Bearer;
import fi.seloste.staff.CallerAuthentication;
import fi.seloste.staff.Permission;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Scope;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Aino and Eero are one team, Otto is none. Whose people and organisations each of them reaches, at every door. */
@DatabaseTest
@Import(Cast.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesTest {

    private static final AccountId AINO = AccountId.next();
    private static final AccountId EERO = AccountId.next();
    private static final AccountId OTTO = AccountId.next();

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Notebook notebook;

    @Autowired
    ContactDetails details;

    @Autowired
    Employment employment;

    @Autowired
    Tagging tagging;

    @Autowired
    Ownership ownership;

    @Autowired
    Merging merging;

    @Autowired
    MergingOrganisations mergingOrganisations;

    @Autowired
    MarketingBan bans;

    @Autowired
    Timeline timeline;

    @Autowired
    OwnFields fields;

    @Autowired
    JdbcClient jdbc;

    private OrganisationId ainosFirm;
    private OrganisationId eerosFirm;
    private OrganisationId ottosFirm;
    private PersonId ainos;
    private PersonId atAinosFirm;
    private PersonId eeros;
    private PersonId ottos;
    private PersonId nobodys;

    @BeforeAll
    void everybody_has_people() {
        cast.purposes.as(Purpose.OWNER, () -> {
            Map.of(AINO, "Aino", EERO, "Eero", OTTO, "Otto")
                    .forEach((id, name) -> jdbc.sql("""
                            insert into staff.account (account_id, email, name, language, zone, created_at)
                            values (:id, :email, :name, 'en', 'Europe/Helsinki', '2026-01-01')""")
                            .param("id", id.value())
                            .param("email", name + "@house.example")
                            .param("name", name)
                            .update());
            var team = AccountId.next().value();
            jdbc.sql("insert into staff.team (team_id, name) values (:id, 'East')")
                    .param("id", team)
                    .update();
            for (var one : List.of(AINO, EERO)) {
                jdbc.sql("insert into staff.team_member (team_id, account_id) values (:team, :id)")
                        .param("team", team)
                        .param("id", one.value())
                        .update();
            }
        });
        ainosFirm = firm("Scope Aino Oy", AINO);
        eerosFirm = firm("Scope Eero Oy", EERO);
        ottosFirm = firm("Scope Otto Oy", OTTO);
        ainos = person("Scope Mine", AINO);
        atAinosFirm = cast.add("Scope Colleague", "colleague@scope.example", ainosFirm);
        eeros = person("Scope Mate", EERO);
        ottos = person("Scope Other", OTTO);
        nobodys = cast.add("Scope Nobody", "nobody@scope.example", ottosFirm);
    }

    @AfterEach
    void nobody_calls_any_more() {
        SecurityContextHolder.clearContext();
    }

    private OrganisationId firm(String name, AccountId owner) {
        return cast.organisation(name, Map.of(OrganisationField.OWNER, owner.toString()));
    }

    private PersonId person(String name, AccountId owner) {
        return cast.customer(() -> cast.register.add(
                NewPerson.of(PersonName.of(name), Cast.met()).with(Map.of(PersonField.OWNER, owner.toString())),
                Cast.MARIA));
    }

    private Set<PersonId> people(Scope scope) {
        return switch (scope) {
            case OWN -> Set.of(ainos, atAinosFirm);
            case TEAM -> Set.of(ainos, atAinosFirm, eeros);
            case ALL -> Set.of(ainos, atAinosFirm, eeros, ottos, nobodys);
        };
    }

    private Set<OrganisationId> firms(Scope scope) {
        return switch (scope) {
            case OWN -> Set.of(ainosFirm);
            case TEAM -> Set.of(ainosFirm, eerosFirm);
            case ALL -> Set.of(ainosFirm, eerosFirm, ottosFirm);
        };
    }

    private List<PersonId> allPeople() {
        return List.of(ainos, atAinosFirm, eeros, ottos, nobodys);
    }

    private String token(String... permissions) {
        return tokens.make(
                new ApiTokens.Wish("Scoped", List.of(permissions), null),
                Actor.staff(AINO, "Aino"),
                Permissions.allOf(Permission.HOLDABLE));
    }

    private String token(Scope scope) {
        return token("customer:see:" + scope.code(), "customer:change:" + scope.code());
    }

    private int call(String token, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).accept(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String body(String token, String url) throws Exception {
        return web.perform(get(url).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    @Policy("S1")
    void lists_search_and_counts_hold_whoever_is_in_reach_and_nobody_else(Scope scope) throws Exception {
        var token = token(scope);
        for (var url : List.of(
                "/api/v1/people?limit=200",
                "/api/v1/people?search=scope&limit=200",
                "/api/v1/people?sort=organisation&limit=200",
                "/api/v1/people?sort=changed&limit=200")) {
            var body = body(token, url);
            for (var one : allPeople()) {
                assertThat(body.contains("\"id\":\"" + one + "\""))
                        .as(url + " " + one)
                        .isEqualTo(people(scope).contains(one));
            }
        }
        for (var url : List.of(
                "/api/v1/organisations?limit=200",
                "/api/v1/organisations?search=scope&limit=200",
                "/api/v1/organisations?sort=changed&limit=200")) {
            var body = body(token, url);
            for (var one : firms(Scope.ALL)) {
                assertThat(body.contains("\"id\":\"" + one + "\""))
                        .as(url + " " + one)
                        .isEqualTo(firms(scope).contains(one));
            }
        }
        as(scope, () -> {
            var query = PeopleQuery.of(Map.of("search", "scope"));
            assertThat(cast.register.count(query)).isEqualTo(people(scope).size());
            assertThat(cast.organisations.count(OrganisationQuery.of(Map.of("search", "scope"))))
                    .isEqualTo(firms(scope).size());
            assertThat(cast.register.rows(allPeople(), fi.seloste.evidence.Evidence.How.LIST, Cast.MARIA))
                    .hasSize(people(scope).size());
            assertThat(cast.register.find("scope", 50, fi.seloste.evidence.Evidence.How.LIST, Cast.MARIA))
                    .hasSize(people(scope).size());
            assertThat(cast.register.visible(allPeople())).containsExactlyInAnyOrderElementsOf(people(scope));
            assertThat(cast.register.all(query.filter(), 50)).containsExactlyInAnyOrderElementsOf(people(scope));
        });
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    @Policy("S2")
    void every_call_about_a_person_out_of_reach_finds_nobody(Scope scope) throws Exception {
        var token = token(scope);
        Map<String, Function<PersonId, MockHttpServletRequestBuilder>> calls = new LinkedHashMap<>();
        calls.put("get", id -> get("/api/v1/people/" + id));
        calls.put("timeline", id -> get("/api/v1/people/" + id + "/timeline"));
        calls.put("history", id -> get("/api/v1/people/" + id + "/history"));
        calls.put("change", id -> json(patch("/api/v1/people/" + id), "{\"title\": \"Chair\"}"));
        calls.put("points", id -> json(patch("/api/v1/people/" + id), "{\"emails\": [\"" + id + "@scope.example\"]}"));
        calls.put("ban", id -> json(put("/api/v1/people/" + id + "/marketing-ban"), "{\"reason\": \"asked\"}"));
        calls.put("lift", id -> json(delete("/api/v1/people/" + id + "/marketing-ban"), "{\"reason\": \"form 3\"}"));
        for (var call : calls.entrySet()) {
            for (var one : allPeople()) {
                int answer = call(token, call.getValue().apply(one));
                assertThat(answer / 100 == 2 ? 200 : answer)
                        .as(call.getKey() + " " + one)
                        .isEqualTo(people(scope).contains(one) ? 200 : 404);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    @Policy("S2")
    void every_call_about_an_organisation_out_of_reach_finds_none(Scope scope) throws Exception {
        var token = token(scope);
        Map<String, Function<OrganisationId, MockHttpServletRequestBuilder>> calls = new LinkedHashMap<>();
        calls.put("get", id -> get("/api/v1/organisations/" + id));
        calls.put("people", id -> get("/api/v1/organisations/" + id + "/people"));
        calls.put("timeline", id -> get("/api/v1/organisations/" + id + "/timeline"));
        calls.put("history", id -> get("/api/v1/organisations/" + id + "/history"));
        calls.put("change", id -> json(patch("/api/v1/organisations/" + id), "{\"segment\": \"" + scope + "\"}"));
        for (var call : calls.entrySet()) {
            for (var one : firms(Scope.ALL)) {
                int answer = call(token, call.getValue().apply(one));
                assertThat(answer)
                        .as(call.getKey() + " " + one)
                        .isEqualTo(firms(scope).contains(one) ? 200 : 404);
            }
        }
    }

    @Test
    @Policy("S3")
    void who_sees_all_and_changes_own_is_refused_the_change_of_what_is_others() throws Exception {
        var token = token("customer:see", "customer:change:own");
        // whoever may change some may see some; the wider of the two holds for seeing
        assertThat(call(token, get("/api/v1/people/" + ottos))).isEqualTo(200);
        assertThat(call(token, json(patch("/api/v1/people/" + ottos), "{\"title\": \"X\"}")))
                .isEqualTo(403);
        assertThat(call(token, json(put("/api/v1/people/" + ottos + "/marketing-ban"), "{\"reason\": \"asked\"}")))
                .isEqualTo(403);
        assertThat(call(token, json(patch("/api/v1/organisations/" + ottosFirm), "{\"segment\": \"X\"}")))
                .isEqualTo(403);
        assertThat(call(token, json(patch("/api/v1/people/" + ainos), "{\"title\": \"Mine\"}")))
                .isEqualTo(200);
    }

    @Test
    @Policy("S4")
    void what_somebody_with_a_scope_adds_is_theirs_and_is_not_given_out_of_reach() throws Exception {
        var token = token(Scope.OWN);
        var added = web.perform(json(post("/api/v1/people"), "{\"name\": \"Added By Aino\", \"source\": \"phone\"}")
                        .header("Authorization", "Bearer " + token))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        assertThat(call(token, get(String.valueOf(added.getHeader("Location")))))
                .isEqualTo(200);
        assertThat(added.getContentAsString()).contains(AINO.toString());
        assertThat(call(
                        token,
                        json(
                                post("/api/v1/people"),
                                "{\"name\": \"Given\", \"source\": \"phone\", \"owner\": \"" + OTTO + "\"}")))
                .isEqualTo(403);
        assertThat(call(token, json(patch("/api/v1/people/" + ainos), "{\"owner\": \"" + OTTO + "\"}")))
                .isEqualTo(403);
        assertThat(call(
                        token,
                        json(
                                post("/api/v1/people"),
                                "{\"name\": \"At Otto\", \"source\": \"phone\", \"organisations\": [{\"id\": \""
                                        + ottosFirm + "\"}]}")))
                .isEqualTo(404);
        assertThat(call(token, json(post("/api/v1/organisations"), "{\"name\": \"New Oy\", \"source\": \"phone\"}")))
                .isEqualTo(201);
    }

    @Test
    @Policy("S5")
    void imports_and_the_desk_of_requests_meet_everybody_and_ask_for_the_whole() throws Exception {
        var file = new MockMultipartFile("file", "p.csv", "text/csv", "Name\nAda".getBytes());
        assertThat(call(
                        token(Scope.OWN),
                        multipart("/api/v1/imports").file(file).param("source", "phone")))
                .isEqualTo(403);
        assertThat(call(token(Scope.ALL), get("/api/v1/imports"))).isEqualTo(200);
        assertThat(call(token("rights:see:own", "rights:change:own"), get("/api/v1/rights/requests")))
                .isEqualTo(403);
        assertThat(call(token("rights:see"), get("/api/v1/rights/requests"))).isEqualTo(200);
    }

    @Test
    @Policy({"S2", "S3"})
    void every_door_of_the_register_keeps_within_the_scope() {
        var note = cast.customer(() -> notebook.write(Party.of(ottos), Note.New.of(Note.Kind.NOTE, "his"), Cast.MARIA));
        var field = cast.customer(() -> fields.declare(new CustomField.New(
                CustomField.Holder.PERSON, "Shoe", CustomField.Kind.TEXT, "relationship-notes", List.of())));
        var phone = new ContactPoint.New(ContactPoint.Kind.PHONE, "040 7654321", null, null);
        var otto = Party.of(ottos);
        Map<String, Runnable> reads = new LinkedHashMap<>();
        reads.put("get", () -> cast.register.get(ottos));
        reads.put("card", () -> cast.register.card(ottos, fi.seloste.evidence.Evidence.How.PAGE, Cast.MARIA));
        reads.put("note", () -> notebook.get(note));
        reads.put("pinned", () -> notebook.pinned(otto));
        reads.put("tasks", () -> notebook.openTasks(otto));
        reads.put("points", () -> details.pointsOf(otto));
        reads.put("addresses", () -> details.addressesOf(otto));
        reads.put("posts", () -> employment.of(ottos));
        reads.put("tags", () -> tagging.of(otto));
        reads.put("values", () -> fields.values(otto));
        reads.put("merges", () -> merging.of(ottos));
        reads.put("preview", () -> merging.preview(ainos, ottos));
        reads.put("timeline", () -> timeline.of(ottos, TimelineQuery.of(Map.of())));
        reads.put("history", () -> timeline.history(otto, null, 10, null));
        reads.put("organisation", () -> cast.organisations.card(ottosFirm));
        reads.put("merges of organisations", () -> mergingOrganisations.of(ottosFirm));
        Map<String, Runnable> writes = new LinkedHashMap<>();
        writes.put("note", () -> notebook.write(otto, Note.New.of(Note.Kind.NOTE, "x"), Cast.MARIA));
        writes.put("done", () -> notebook.done(note));
        writes.put("pin", () -> notebook.pin(note));
        writes.put("remove", () -> notebook.remove(note));
        writes.put("change note", () -> notebook.change(note, "y", null, 1));
        writes.put("point", () -> details.add(otto, phone, Cast.met(), Cast.MARIA));
        writes.put("tag", () -> tagging.add(otto, "vip", Cast.MARIA));
        writes.put("untag", () -> tagging.remove(otto, "vip", Cast.MARIA));
        writes.put("value", () -> fields.set(otto, field, "42", Cast.MARIA));
        writes.put("post", () -> employment.takeUp(ottos, Affiliation.Post.at(ainosFirm), Cast.MARIA));
        writes.put("left", () -> employment.markAsLeft(nobodys, ottosFirm, LocalDate.of(2026, 11, 23), Cast.MARIA));
        writes.put("ban", () -> bans.ban(ottos, new Ban("asked", false, null), Cast.MARIA));
        writes.put("lift", () -> bans.lift(ottos, Wish.of("form", Cast.TODAY), Cast.MARIA));
        writes.put("merge", () -> merging.merge(ainos, ottos, Set.of(), Cast.MARIA));
        writes.put("apart", () -> merging.keepApart(ainos, ottos, Cast.MARIA));
        writes.put(
                "change", () -> cast.register.change(ottos, Edit.of(Map.of(PersonField.JOB_TITLE, "x")), Cast.MARIA));
        writes.put("merge organisations", () -> mergingOrganisations.merge(ainosFirm, ottosFirm, Set.of(), Cast.MARIA));

        check(
                reads,
                (name, door) ->
                        assertThat(refused(Scope.OWN, Scope.OWN, door)).as(name).isInstanceOf(Problem.NotFound.class));
        check(
                writes,
                (name, door) ->
                        assertThat(refused(Scope.OWN, Scope.OWN, door)).as(name).isInstanceOf(Problem.NotFound.class));
        check(
                reads,
                (name, door) ->
                        assertThat(refused(Scope.ALL, Scope.OWN, door)).as(name).isNull());
        check(
                writes,
                (name, door) -> assertThat(refused(Scope.ALL, Scope.OWN, door))
                        .as(name)
                        .isInstanceOf(Problem.NotAllowed.class));
    }

    @Test
    @Policy("S6")
    void an_act_on_many_leaves_alone_whoever_is_out_of_reach() {
        var many = Selection.ofPeople(allPeople());
        for (var seen : List.of(Scope.OWN, Scope.ALL)) {
            call(seen, Scope.OWN);
            assertThat((int) cast.customer(() -> tagging.add(many, "bulk-" + seen.code(), Cast.MARIA)))
                    .isEqualTo(2);
            assertThat((int) cast.customer(() -> tagging.remove(many, "bulk-" + seen.code(), Cast.MARIA)))
                    .isEqualTo(2);
        }
        call(Scope.ALL, Scope.OWN);
        assertThat(catchThrowable(() -> cast.customer(() -> ownership.give(many, OTTO, Cast.MARIA))))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat((int) cast.customer(() -> ownership.give(many, AINO, Cast.MARIA)))
                .as("the colleague at the firm; the other is Aino's already")
                .isOne();
    }

    private static void check(Map<String, Runnable> doors, BiConsumer<String, Runnable> how) {
        doors.forEach(how);
    }

    private @org.jspecify.annotations.Nullable Throwable refused(Scope sees, Scope changes, Runnable door) {
        call(sees, changes);
        return catchThrowable(() -> cast.customer(door));
    }

    private void as(Scope scope, Runnable work) {
        call(scope, scope);
        cast.customer(work);
    }

    /** As the filter of tokens would have it. */
    private void call(Scope sees, Scope changes) {
        var held = Stream.of(
                        new Permission(Purpose.CUSTOMER, fi.seloste.staff.Action.SEE, sees),
                        new Permission(Purpose.CUSTOMER, fi.seloste.staff.Action.CHANGE, changes))
                .toList();
        var bearer = new Bearer(AccountId.next().value(), "Scoped", Permissions.of(held), AINO);
        SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(bearer));
    }
}
