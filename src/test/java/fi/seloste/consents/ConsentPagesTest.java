package fi.seloste.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DatabaseTest
class ConsentPagesTest {

    private static final Actor SIRPA =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000bbbb"), "Sirpa Virtanen");
    private static final String SENT = """
            {"purpose": "consented-marketing", "topic": "Readiness letter", "text": "Yes, send me the letter.", "language": "en",
             "channel": "form", "proof": "double-opt-in"}""";

    @Autowired
    Register register;

    @Autowired
    Purposes purposes;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Autowired
    TurnedClock clock;

    @Test
    @Policy({"C1", "C4"})
    void programs_keep_a_consent_read_its_receipt_and_withdraw_it() throws Exception {
        var ada = person("ada.api@jokivoima.example");
        var token = token(List.of(Purpose.MARKETING, Purpose.RIGHTS));
        var path = "/api/v1/people/" + ada + "/consents";

        var location = call(
                        token,
                        post(path).contentType(MediaType.APPLICATION_JSON).content(SENT))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("given"))
                .andExpect(jsonPath("$.topic").value("Readiness letter"))
                .andExpect(jsonPath("$.text.words").value("Yes, send me the letter."))
                .andExpect(jsonPath("$.text.version").value(1))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        call(token, get(path))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].proof").value("double-opt-in"));
        call(token, get(String.valueOf(location)))
                .andExpect(jsonPath("$.channel").value("form"));

        clock.advance(Duration.ofMinutes(1));
        call(token, post(location + "/withdrawal").header("Seloste-Purpose", "marketing"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("withdrawn"))
                .andExpect(jsonPath("$.withdrawal.how").value("api"));
        call(token, post(location + "/withdrawal"))
                .andExpect(jsonPath("$.withdrawal.how").value("api"));
    }

    @Test
    @Policy("C10")
    void a_receipt_holds_the_words_and_is_written_only_in_terms_of_the_vocabulary_we_keep() throws Exception {
        var ada = person("ada.receipt@jokivoima.example");
        var token = token(List.of(Purpose.RIGHTS));
        var path = "/api/v1/people/" + ada + "/consents";
        var location = call(
                        token,
                        post(path)
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(SENT.replace("}", ", \"expiresOn\": \"2099-12-31\"}")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        call(token, post(location + "/withdrawal"));
        var known = new String(
                        getClass().getResourceAsStream("/notice/dpv-2.3.txt").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        var receipt = call(token, get(location + "/receipt"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/ld+json"))
                .andExpect(jsonPath("$['@graph'][0]['@type']").value("dpv:ConsentReceipt"))
                .andExpect(jsonPath("$['@graph'][0]['dct:conformsTo']['@id']")
                        .value("https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(receipt)
                .contains(
                        "Yes, send me the letter.",
                        "dpv:ConsentGiven",
                        "dpv:ConsentWithdrawn",
                        "2099-12-31",
                        "Hälytin Oy",
                        "eu-gdpr:A6-1-a",
                        "#purpose-consented-marketing");
        var terms = Pattern.compile("\"((?:dpv|pd|eu-gdpr):[^\"]+)\"")
                .matcher(receipt)
                .results()
                .map(term -> term.group(1))
                .toList();
        assertThat(terms)
                .hasSizeGreaterThan(30)
                .allSatisfy(term -> assertThat(known).contains(term));
    }

    @Test
    void what_cannot_be_a_consent_is_refused_by_field_and_whoever_may_not_know_gets_nothing() throws Exception {
        var ada = person("ada.bad@jokivoima.example");
        var token = token(List.of(Purpose.RIGHTS));
        var path = "/api/v1/people/" + ada + "/consents";
        refused(token, path, SENT.replace("consented-marketing", "invoicing"), "purpose", "does not rest on consent");
        refused(token, path, SENT.replace("double-opt-in", "noted"), "proofNote", "7(1)");
        refused(token, path, SENT.replace("double-opt-in", "hearsay"), "proof", "hearsay");
        refused(token, path, SENT.replace("\"form\"", "\"pigeon\""), "channel", "pigeon");
        refused(token, path, SENT.replace("\"en\"", "\"et\""), "language", "fi, sv or en");
        refused(token, path, SENT.replace("Yes, send me the letter.", " "), "text", "needed");
        refused(token, path, SENT.replace("}", ", \"givenAt\": \"2199-01-01T00:00:00Z\"}"), "givenAt", "tomorrow");
        refused(token, path, SENT.replace("}", ", \"expiresOn\": \"2001-01-01\"}"), "expiresOn", "before");
        call(token, get(path + "/" + UUID.randomUUID())).andExpect(status().isNotFound());
        call(token, get("/api/v1/people/" + PersonId.next() + "/consents")).andExpect(status().isNotFound());
        call(token(List.of(Purpose.CUSTOMER)), get(path)).andExpect(status().isForbidden());
        call(token, get(path)).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    @Policy({"C1", "C4"})
    void staff_writes_down_what_was_said_on_the_telephone_and_takes_it_back_from_the_card() throws Exception {
        var ada = person("ada.card@jokivoima.example");
        var visit = marketer("mia.consents@halytin.example");
        assertThat(visit.html("/people/" + ada)).contains("Has agreed to nothing that we know of");

        visit.sends(
                        "/people/" + ada + "/consents",
                        "purpose",
                        "consented-marketing",
                        "language",
                        "en",
                        "text",
                        "Shall we send you the letter?",
                        "channel",
                        "phone",
                        "proof",
                        "noted",
                        "proofNote",
                        "")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("nobody can show the consent")));
        visit.sends(
                        "/people/" + ada + "/consents",
                        "purpose",
                        "consented-marketing",
                        "language",
                        "en",
                        "text",
                        "Shall we send you the letter?",
                        "channel",
                        "phone",
                        "proof",
                        "noted",
                        "proofNote",
                        "Call, 3 p.m.",
                        "givenOn",
                        today())
                .andExpect(status().isSeeOther());

        var card = visit.html("/people/" + ada);
        assertThat(card).contains("Newsletters and other marketing with consent", "since ");
        var one =
                Pattern.compile("/people/" + ada + "/consents/([0-9a-f-]{36})").matcher(card);
        assertThat(one.find()).isTrue();
        var consent = "/people/" + ada + "/consents/" + one.group(1);
        assertThat(visit.html(consent)).contains("Shall we send you the letter?", "Call, 3 p.m.");
        visit.opens(consent + "/receipt").andExpect(header().string("Content-Disposition", containsString(".jsonld")));
        assertThat(visit.html(consent + "/withdrawal")).contains("no reason is asked");
        clock.advance(Duration.ofMinutes(1));
        visit.sends(consent + "/withdrawal", "how", "phone").andExpect(status().isSeeOther());
        assertThat(visit.html("/people/" + ada)).contains("None stands at the moment", "One that ended");
        assertThat(visit.html("/people/" + ada + "/consents/new"))
                .contains("in English, version 1", "Shall we send you the letter?");
    }

    @Test
    @Policy("C2")
    void the_words_are_written_before_anybody_is_asked_and_a_change_is_the_next_version() throws Exception {
        var visit = marketer("mia.words@halytin.example");
        assertThat(visit.html("/consents/new")).contains("The exact words");
        visit.sends("/consents", "purpose", "references", "topic", "", "language", "en", "text", "You may name me.")
                .andExpect(status().isSeeOther());
        visit.sends("/consents", "purpose", "references", "topic", "", "language", "en", "text", "You may name me.")
                .andExpect(status().isSeeOther());
        assertThat(visit.html("/consents")).contains("You may name me.", "in English, version 1");
        visit.sends("/consents", "purpose", "references", "language", "en", "text", "You may name and show me.")
                .andExpect(status().isSeeOther());
        assertThat(visit.html("/consents"))
                .contains("You may name and show me.", "in English, version 2")
                .doesNotContain("You may name me.");
        visit.sends("/consents", "purpose", "invoicing", "language", "en", "text", "Pay?")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("does not rest on consent")));
        visit.sends("/consents", "purpose", "references", "language", "en", "text", " ")
                .andExpect(status().isBadRequest());
    }

    private void refused(String token, String path, String body, String field, String words) throws Exception {
        call(token, post(path).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(containsString(words)));
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Helsinki"))
                .toString();
    }

    private PersonId person(String email) {
        return purposes.as(
                Purpose.CUSTOMER,
                () -> register.add(
                        NewPerson.of(
                                        PersonName.of("Ada Koskinen"),
                                        new Origin(Source.MET_IN_PERSON, null, LocalDate.parse(today())))
                                .reachedBy(ContactPoint.New.email(email)),
                        SIRPA));
    }

    private String token(List<Purpose> held) {
        return tokens.make(
                new ApiTokens.Wish("Letters", held.stream().map(Purpose::code).toList(), null),
                SIRPA,
                Permissions.allOf(held));
    }

    private ResultActions call(String token, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + token));
    }

    private Visit marketer(String email) throws Exception {
        var account = staff.make(
                new Staff.Newcomer("Mia Mattila", email, "en", "Europe/Helsinki"),
                Role.MARKETER.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
