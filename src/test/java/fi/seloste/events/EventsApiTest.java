package fi.seloste.events;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@EventsTest
class EventsApiTest {

    private static final String EVENT = """
            {"words": {"en": {"name": "Readiness day", "place": "Tampere"}}, "startsAt": "2027-03-09T09:00:00+02:00",
             "endsAt": "2027-03-09T16:00:00+02:00", "capacity": 1, "asked": [{"kind": "need"}, {"id": "why", "kind": "text", "words": {"en": "Why?"}}],
             "reminders": [1440]}""";

    @Autowired
    Hosting hosting;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private String token;

    @BeforeEach
    void a_program_at_the_door() {
        token = token(Purpose.CUSTOMER);
    }

    @Test
    void a_program_copies_an_event() throws Exception {
        var path = "/api/v1/events/" + id(send(post("/api/v1/events"), EVENT));
        var copy = call(post(path + "/copies"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("draft"))
                .andExpect(jsonPath("$.words.en.name").value("Readiness day (2)"))
                .andExpect(jsonPath("$.startsAt").value("2027-03-16T07:00:00Z"))
                .andExpect(jsonPath("$.reminders[0]").value(1440))
                .andExpect(jsonPath("$.registered").value(0));
        call(get("/api/v1/events/" + id(copy)))
                .andExpect(jsonPath("$.asked.length()").value(2));
        call(post("/api/v1/events/01999999-0000-7000-8000-00000000ffff/copies")).andExpect(status().isNotFound());
    }

    @Test
    @Policy({"E1", "E7"})
    void a_program_makes_opens_registers_lets_in_and_takes_back() throws Exception {
        var made = send(post("/api/v1/events"), EVENT).andExpect(status().isCreated());
        made.andExpect(jsonPath("$.state").value("draft"))
                .andExpect(jsonPath("$.zone").value("Europe/Helsinki"))
                .andExpect(jsonPath("$.closesAt").value("2027-03-09T07:00:00Z"))
                .andExpect(jsonPath("$.url").value(HouseAddress.URL + "/e/readiness-day"));
        var path = "/api/v1/events/" + id(made);
        send(post(path + "/registrations"), "{\"name\": \"Ada\", \"email\": \"ada@api.example\"}")
                .andExpect(status().isConflict());
        call(post(path + "/opening")).andExpect(jsonPath("$.state").value("open"));

        send(post(path + "/registrations"), """
                {"name": "Ada Koskinen", "email": "ada@api.example", "answers": {"need": "celiac"}}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("agree"));
        var ada = send(post(path + "/registrations"), """
                {"name": "Ada Koskinen", "email": "ada@api.example", "answers": {"need": "celiac", "why": "Because"}, "agreed": true}""")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("registered"));
        send(post(path + "/registrations"), "{\"name\": \"Boris Lind\", \"email\": \"boris@api.example\"}")
                .andExpect(jsonPath("$.state").value("waiting"));
        send(post(path + "/registrations"), "{\"name\": \"Ada\", \"email\": \"ADA@api.example\"}")
                .andExpect(status().isConflict());
        hosting.afterwards();

        call(get(path + "/registrations?limit=1"))
                .andExpect(jsonPath("$.items[0].answers.length()").value(2))
                .andExpect(jsonPath("$.next").value("1"));
        call(get(path + "/registrations?after=1"))
                .andExpect(jsonPath("$.items[0].name").value("Boris Lind"));
        var one = path + "/registrations/" + id(ada);
        call(put(one + "/check-in")).andExpect(jsonPath("$.attendedAt").isNotEmpty());
        call(put(one + "/check-in")).andExpect(status().isOk());
        call(delete(one + "/check-in")).andExpect(jsonPath("$.attendedAt").isEmpty());
        call(post(one + "/cancellation")).andExpect(jsonPath("$.state").value("cancelled"));
        call(get(path))
                .andExpect(jsonPath("$.registered").value(1))
                .andExpect(jsonPath("$.waiting").value(0));
        call(post(path + "/closing")).andExpect(jsonPath("$.state").value("closed"));
        call(post(path + "/cancellation")).andExpect(jsonPath("$.state").value("cancelled"));
        call(post(path + "/opening")).andExpect(status().isConflict());
    }

    @Test
    @Policy("E5")
    void marketing_reads_neither_the_banned_nor_anybodys_diet() throws Exception {
        var event = hosting.opened(null, true, Asked.need(java.util.Map.of()));
        hosting.ban(hosting.met("Ada Koskinen", "ada@apihidden.example"));
        hosting.registers(event, "Ada Koskinen", "ada@apihidden.example");
        hosting.registers(event, "Boris Lind", "boris@apihidden.example", "a.need", "nuts", "agree", "true");
        token = token(Purpose.MARKETING);
        call(get("/api/v1/events/" + event.id() + "/registrations"))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(content().string(Matchers.not(Matchers.containsString("nuts"))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Ada"))));
        call(get("/api/v1/events/" + event.id()))
                .andExpect(jsonPath("$.registered").value(2));
        token = token(Purpose.CUSTOMER);
        call(get("/api/v1/events/" + event.id() + "/registrations"))
                .andExpect(content().string(Matchers.containsString("nuts")));
    }

    @Test
    @Policy("E1")
    void a_program_changes_what_it_names_and_the_rest_stays() throws Exception {
        var path = "/api/v1/events/" + id(send(post("/api/v1/events"), EVENT.replace("Readiness day", "Change day")));
        call(post(path + "/opening"));
        send(post(path + "/registrations"), "{\"name\": \"Ada\", \"email\": \"ada@apichange.example\"}")
                .andExpect(status().isCreated());
        var tag = call(get(path)).andReturn().getResponse().getHeader("ETag");
        send(patch(path).header("If-Match", String.valueOf(tag)), """
                {"startsAt": "2027-03-09T10:00:00+02:00", "capacity": 5, "words": {"fi": {"name": "Päivä"}}}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.startsAt").value("2027-03-09T08:00:00Z"))
                .andExpect(jsonPath("$.endsAt").value("2027-03-09T14:00:00Z"))
                .andExpect(jsonPath("$.capacity").value(5))
                .andExpect(jsonPath("$.waitingList").value(true))
                .andExpect(jsonPath("$.words.en.name").value("Change day"))
                .andExpect(jsonPath("$.words.fi.name").value("Päivä"))
                .andExpect(jsonPath("$.asked.length()").value(2))
                .andExpect(jsonPath("$.reminders[0]").value(1440))
                .andExpect(jsonPath("$.registered").value(1));
        send(patch(path).header("If-Match", String.valueOf(tag)), "{\"capacity\": 6}")
                .andExpect(status().isPreconditionFailed());
        send(patch(path), "{\"capacity\": null, \"reminders\": []}")
                .andExpect(jsonPath("$.capacity").isEmpty())
                .andExpect(jsonPath("$.reminders").isEmpty());
        for (var bad : List.of(
                "{\"startsAt\": null}",
                "{\"startsAt\": \"soon\"}",
                "{\"endsAt\": \"2027-03-09T07:00:00Z\"}",
                "{\"zone\": \"Mars\"}",
                "{\"capacity\": 0}",
                "{\"words\": {\"en\": {\"name\": \"\"}, \"fi\": {\"name\": \"\"}}}",
                "{\"asked\": [null]}",
                "{\"state\": \"held\"}")) {
            send(patch(path), bad).andExpect(status().isBadRequest());
        }
        call(post(path + "/cancellation"));
        send(patch(path), "{\"capacity\": 9}").andExpect(status().isConflict());
    }

    @Test
    void what_cannot_be_taken_is_refused_by_its_field() throws Exception {
        refused("{}", "startsAt");
        refused(EVENT.replace("\"Readiness day\"", "\"\""), "name.en");
        refused(EVENT.replace("2027-03-09T09:00:00+02:00", "tomorrow"), "startsAt");
        refused(EVENT.replace("\"capacity\": 1", "\"capacity\": 0"), "capacity");
        refused(EVENT.replace("\"capacity\": 1", "\"zone\": \"Mars\""), "zone");
        refused(EVENT.replace("{\"kind\": \"need\"}", "{\"kind\": \"need\", \"required\": true}"), "asked");
        refused(EVENT.replace("{\"kind\": \"need\"}", "null"), "asked");
        refused(EVENT.replace("[1440]", "[0]"), "reminders");
        refused(EVENT.replace("\"en\": {\"name\"", "\"de\": {\"name\""), "words");
        call(get("/api/v1/events?after=x")).andExpect(status().isBadRequest());
        token = token(Purpose.BILLING);
        call(get("/api/v1/events")).andExpect(status().isForbidden());
    }

    private void refused(String body, String field) throws Exception {
        send(post("/api/v1/events"), body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(Matchers.startsWith(field)));
    }

    private String token(Purpose... purposes) {
        var held = List.of(purposes);
        return tokens.make(
                new ApiTokens.Wish("Door", held.stream().map(Purpose::code).toList(), null),
                Hosting.JENNY,
                Permissions.allOf(held));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token).header("Accept-Language", "en"));
    }

    private static String id(ResultActions answer) throws Exception {
        return JsonMapper.shared()
                .readTree(answer.andReturn().getResponse().getContentAsString())
                .path("id")
                .asString("");
    }
}
