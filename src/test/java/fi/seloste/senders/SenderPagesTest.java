package fi.seloste.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import fi.seloste.DatabaseTest;
import fi.seloste.Zone;
import fi.seloste.base.Actor;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Senders by the pages and by the API. */
@DatabaseTest
class SenderPagesTest {

    private static final Actor MIKKO =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000cccc"), "Mikko Laine");

    private static int visits;

    @Autowired
    Staff staff;

    @Autowired
    ApiTokens tokens;

    @Autowired
    MockMvc web;

    private Visit mikko;

    @BeforeEach
    void an_operator() throws Exception {
        Zone.clear();
        var email = "operator" + visits++ + ".senders@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Mikko Laine", email, "en", "Europe/Helsinki"),
                Role.OPERATOR.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        mikko = Visit.of(web, email, "neljä sinistä sipulia");
    }

    @Test
    void from_a_pool_and_a_sender_to_what_dns_says_by_the_pages_alone() throws Exception {
        var pool = made(mikko.sends(
                "/senders/pools", "name", "Letters", "lines", "3", "perMinute", "600", "domainPerMinute", "60"));
        mikko.sends(
                pool + "/servers",
                "host",
                "smtp.postitalo.example",
                "port",
                "587",
                "user",
                "halytin",
                "password",
                "s3cret");
        assertThat(mikko.html(pool))
                .contains("smtp.postitalo.example", "halytin", "600")
                .doesNotContain("s3cret");

        var sender = made(mikko.sends(
                "/senders",
                "name",
                "Halytin news",
                "address",
                "news@letters.halytin.example",
                "selector",
                "s1",
                "returnTo",
                "back@letters.halytin.example",
                "pool",
                pool.substring(pool.lastIndexOf('/') + 1)));
        assertThat(mikko.html(sender))
                .contains(
                        "s1._domainkey.letters.halytin.example",
                        "v=DKIM1; k=rsa; p=",
                        "There is no SPF record",
                        "Letters");
        Zone.says("letters.halytin.example", "v=spf1 mx ~all");
        mikko.sends(sender + "/look");
        assertThat(mikko.html(sender)).contains("It allows servers to send.");

        var told = mikko.sends(sender + "/provider", "provider", "postmark")
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(told).contains("://seloste:", "/returns/");
        assertThat(mikko.html(sender)).doesNotContain("://seloste:").contains("Postmark", "not yet");
        assertThat(mikko.html("/senders")).contains("Halytin news", "Letters", "DKIM wrong");
        assertThat(mikko.html(sender + "/removal")).contains("gone for good");
        mikko.sends(sender + "/removal");
        mikko.sends(pool + "/removal");
        assertThat(mikko.html("/senders")).doesNotContain("Halytin news");
    }

    @Test
    void what_cannot_be_is_said_at_its_field() throws Exception {
        assertThat(mikko.sends("/senders", "name", "x", "address", "nobody", "domain", "", "selector", "")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("address-error");
        assertThat(mikko.sends("/senders/pools", "name", "x", "lines", "many", "perMinute", "0", "domainPerMinute", "0")
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lines-error");
    }

    @Test
    void programs_do_the_same_and_read_no_secret() throws Exception {
        var token = tokens.make(
                new ApiTokens.Wish("zone keeper", List.of("technical"), null),
                MIKKO,
                Permissions.allOf(List.of(Purpose.TECHNICAL)));
        String pool = JsonPath.read(sent(post("/api/v1/sender-pools"), token, "{\"name\": \"Letters\"}", 201), "$.id");
        sent(
                post("/api/v1/sender-pools/" + pool + "/servers"),
                token,
                "{\"host\": \"smtp.postitalo.example\", \"user\": \"halytin\", \"password\": \"s3cret\"}",
                201);
        var made = sent(
                post("/api/v1/senders"),
                token,
                "{\"name\": \"Halytin\", \"address\": \"news@letters.halytin.example\", \"pool\": \"" + pool + "\"}",
                201);
        String id = JsonPath.read(made, "$.id");
        assertThat((String) JsonPath.read(made, "$.records[1].name"))
                .isEqualTo("seloste._domainkey.letters.halytin.example");

        assertThat((String) JsonPath.read(
                        sent(post("/api/v1/senders/" + id + "/look"), token, "{}", 200), "$.records[0].found"))
                .isEqualTo("missing");
        var change = "{\"name\": \"Halytin news\", \"address\": \"news@letters.halytin.example\", \"version\": %d}";
        sent(put("/api/v1/senders/" + id), token, change.formatted(9), 412);
        sent(put("/api/v1/senders/" + id), token, change.formatted(1), 200);
        assertThat(read("/api/v1/sender-pools", token) + read("/api/v1/senders", token))
                .contains("smtp.postitalo.example", "Halytin news")
                .doesNotContain("s3cret", "PRIVATE");
        sent(delete("/api/v1/senders/" + id), token, "", 204);
        sent(delete("/api/v1/sender-pools/" + pool), token, "", 204);
    }

    private String sent(MockHttpServletRequestBuilder request, String token, String body, int answer) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(answer))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String read(String path, String token) throws Exception {
        return web.perform(get(path).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String made(org.springframework.test.web.servlet.ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getRedirectedUrl();
    }
}
