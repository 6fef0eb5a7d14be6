package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
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
@Import(Cast.class)
class PeopleApiTest {

    @Autowired
    Cast cast;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    private String token;

    @BeforeEach
    void a_program_with_two_purposes() {
        token = tokens.make(
                new ApiTokens.Wish("Bridge", List.of("customer", "marketing"), null),
                Cast.MARIA,
                Permissions.allOf(Purpose.ofStaff()));
    }

    @Test
    void a_person_is_added_read_listed_and_changed() throws Exception {
        var id = added("""
                {"name": "Aune Kivi", "title": "CEO", "emails": ["Aune.Kivi@kivi.example"], "phones": ["040 1234567"],
                 "source": "phone", "language": "fi"}""");
        call(get("/api/v1/people/" + id))
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"))
                .andExpect(jsonPath("$.emails", contains("aune.kivi@kivi.example")))
                .andExpect(jsonPath("$.phones", contains("+358401234567")))
                .andExpect(jsonPath("$.source").value("phone"))
                .andExpect(jsonPath("$.marketingBan").value(false));
        call(get("/api/v1/people?email=aune.kivi@kivi.example&limit=5"))
                .andExpect(jsonPath("$.items[*].id", contains(id)))
                .andExpect(jsonPath("$.next").doesNotExist());
        call(get("/api/v1/people?search=aune")).andExpect(jsonPath("$.items[*].id", contains(id)));
        call(patch("/api/v1/people/" + id), """
                {"title": "Chair", "emails": ["aune@kivi.example", "aune.kivi@kivi.example"]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Chair"))
                .andExpect(jsonPath("$.emails", contains("aune@kivi.example", "aune.kivi@kivi.example")));
        call(get("/api/v1/people/" + id + "/history?field=job-title"))
                .andExpect(jsonPath("$.items[0].newValue").value("Chair"));
        call(get("/api/v1/people/" + id + "/timeline")).andExpect(jsonPath("$.items[*].text", hasItem("Chair")));
    }

    @Test
    void a_name_that_is_spelt_wrongly_is_refused_and_not_dropped() throws Exception {
        call(post("/api/v1/people"), "{\"name\": \"Aune Kivi\", \"source\": \"meeting\", \"jobTitle\": \"Chair\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("jobTitle"));
    }

    @Test
    void a_person_without_a_source_is_refused_with_the_field_that_is_missing() throws Exception {
        call(post("/api/v1/people"), "{\"name\": \"Aune Kivi\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("source"));
        call(post("/api/v1/people"), "{\"name\": \"Aune Kivi\", \"source\": \"bought-list\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("sourceDetail"));
    }

    @Test
    void an_outdated_version_is_412_with_both_values() throws Exception {
        var id = added("{\"name\": \"Bengt Berg\", \"source\": \"meeting\"}");
        var seen = call(get("/api/v1/people/" + id)).andReturn().getResponse().getHeader("ETag");
        assertThat(seen).isNotNull();
        call(patch("/api/v1/people/" + id).header("If-Match", seen), "{\"title\": \"Pilot\"}")
                .andExpect(status().isOk());
        call(patch("/api/v1/people/" + id).header("If-Match", seen), "{\"title\": \"Captain\"}")
                .andExpect(status().isPreconditionFailed())
                .andExpect(jsonPath("$.conflicts[0].yours").value("Captain"))
                .andExpect(jsonPath("$.conflicts[0].theirs").value("Pilot"));
    }

    @Test
    void a_banned_person_is_not_there_for_marketing() throws Exception {
        var id = added("{\"name\": \"Cia Dahl\", \"emails\": [\"cia@dahl.example\"], \"source\": \"meeting\"}");
        call(get("/api/v1/people/" + id).header("Seloste-Purpose", "marketing")).andExpect(status().isOk());
        call(put("/api/v1/people/" + id + "/marketing-ban"), "{\"reason\": \"asked\"}")
                .andExpect(status().isNoContent());
        call(get("/api/v1/people/" + id)).andExpect(jsonPath("$.marketingBan").value(true));
        call(get("/api/v1/people/" + id).header("Seloste-Purpose", "marketing")).andExpect(status().isNotFound());
        call(get("/api/v1/suppressions/check").param("email", "Cia+x@dahl.example"))
                .andExpect(jsonPath("$.marketing").value(true))
                .andExpect(jsonPath("$.recollection").value(false));
        call(delete("/api/v1/people/" + id + "/marketing-ban")).andExpect(status().isBadRequest());
        call(delete("/api/v1/people/" + id + "/marketing-ban"), "{\"reason\": \"mail of today\"}")
                .andExpect(status().isNoContent());
        call(get("/api/v1/people/" + id)).andExpect(jsonPath("$.marketingBan").value(false));
    }

    @Test
    void a_purpose_that_the_token_lacks_is_403() throws Exception {
        call(get("/api/v1/people").header("Seloste-Purpose", "billing")).andExpect(status().isForbidden());
        web.perform(get("/api/v1/people")).andExpect(status().is4xxClientError());
    }

    @Test
    void a_merged_persons_old_id_leads_to_the_one_that_was_kept() throws Exception {
        call(get("/api/v1/people/" + fi.seloste.base.PersonId.next())).andExpect(status().isNotFound());
        call(get("/api/v1/people/nobody")).andExpect(status().isNotFound());
    }

    @Test
    void an_organisation_is_added_changed_and_listed_with_its_people() throws Exception {
        var organisation = read(call(post("/api/v1/organisations"), """
                {"name": "Dahl & Dotter Ab", "businessId": "1234567-1", "source": "contract"}""").andExpect(status().isCreated()));
        call(post("/api/v1/organisations"), """
                {"name": "Wrong Ab", "businessId": "1234567-2", "source": "contract"}""").andExpect(status().isBadRequest());
        added("""
                {"name": "Eva Dahl", "source": "contract",
                 "organisations": [{"id": "%s", "title": "CFO", "roles": ["invoicing-contact"]}]}""".formatted(organisation));
        call(patch("/api/v1/organisations/" + organisation), "{\"segment\": \"bakeries\"}")
                .andExpect(jsonPath("$.segment").value("bakeries"));
        call(get("/api/v1/organisations/" + organisation + "/people"))
                .andExpect(jsonPath("$.items[0].roles", contains("invoicing-contact")));
        call(get("/api/v1/people?organisation=" + organisation))
                .andExpect(jsonPath("$.items[0].name").value("Eva Dahl"));
        call(get("/api/v1/organisations?search=dotter")).andExpect(jsonPath("$.items[*].id", contains(organisation)));
    }

    private String added(String body) throws Exception {
        return read(call(post("/api/v1/people"), body).andExpect(status().isCreated()));
    }

    private static String read(ResultActions result) throws Exception {
        var location = String.valueOf(result.andReturn().getResponse().getHeader("Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token));
    }
}
