package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.staff.ApiTokens;
import fi.seloste.staff.Permissions;
import fi.seloste.store.Purpose;
import fi.seloste.suppression.Fingerprint;
import fi.seloste.suppression.Fingerprints;
import fi.seloste.suppression.Suppression;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nobody gets round a ban or an erasure by another door. Files have their own tests beside the imports, restores beside the backup. */
@DatabaseTest
@Import(Cast.class)
class SuppressionAtEveryDoorTest {

    @Autowired
    Cast cast;

    @Autowired
    Register register;

    @Autowired
    ContactDetails details;

    @Autowired
    Employment employment;

    @Autowired
    Merging merging;

    @Autowired
    MarketingBan bans;

    @Autowired
    Suppression suppression;

    @Autowired
    Fingerprints fingerprints;

    @Autowired
    MockMvc web;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "form1, Eero.Aho@gmail.com, e.e.r.o.aho+uutiset@googlemail.com",
        "form2, eeva@jäätelömies.example, EEVA@JA\u0308A\u0308TELO\u0308MIES.example",
        "form3, eino.aho@ahola.example, Eino.Aho+x@AHOLA.example"
    })
    @Policy({"K1", "K3"})
    void whoever_comes_in_by_the_form_under_another_spelling_is_banned(String name, String banned, String written) {
        ban(Fingerprint.Kind.EMAIL, banned);
        assertThat(cast.get(cast.add(name, written)).standing().isBanned()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"040 555 1234", "+358 40 5551234", "00358-40-555 1234", "(040) 5551234"})
    @Policy({"K1", "K3"})
    void a_number_is_banned_however_it_is_written(String written) {
        ban(Fingerprint.Kind.PHONE, "+358405551234");
        var person = cast.customer(() -> register.add(
                NewPerson.of(PersonName.of("Aarre Soini"), Cast.met()).reachedBy(ContactPoint.New.phone(written)),
                Cast.MARIA));
        assertThat(cast.get(person).standing().isBanned()).isTrue();
    }

    @Test
    @Policy({"K1", "K2"})
    void a_program_adds_a_banned_address_as_banned_and_an_erased_one_not_at_all() throws Exception {
        ban(Fingerprint.Kind.EMAIL, "api.kielto@ahola.example");
        forbid("api.poistettu@ahola.example");
        call(post("/api/v1/people"), json("Anni Aho", "API.Kielto@ahola.example", "other-system"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.marketingBan").value(true));
        call(post("/api/v1/people"), json("Arvo Aho", "API.Poistettu@ahola.example", "other-system"))
                .andExpect(status().isBadRequest());
        var found = cast.found("Asta Aho", "asta@ahola.example");
        call(patch("/api/v1/people/" + found), "{\"emails\": [\"api.poistettu+x@ahola.example\"]}")
                .andExpect(status().isBadRequest());
        assertThat(count("api.poistettu")).isZero();
    }

    @Test
    @Policy({"K1", "K2"})
    void an_address_that_is_added_or_written_over_another_is_compared_as_well() {
        ban(Fingerprint.Kind.EMAIL, "muutettu.kielto@ahola.example");
        forbid("muutettu.poistettu@ahola.example");
        var met = cast.add("Martta Aho", "martta@ahola.example");
        var point = cast.customer(() -> details.pointsOf(Party.of(met))).getFirst();
        cast.customer(() -> details.change(
                point.id(), ContactPoint.New.email("muutettu.kielto+a@ahola.example"), null, Cast.MARIA));
        assertThat(cast.get(met).standing().isBanned()).isTrue();

        var found = cast.found("Matti Aho", "matti.aho@ahola.example");
        var other = cast.customer(() -> details.pointsOf(Party.of(found))).getFirst();
        assertThatThrownBy(() -> cast.customer(() -> details.change(
                        other.id(), ContactPoint.New.email("muutettu.poistettu@ahola.example"), null, Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
        var web = new Origin(Source.PUBLIC_WEB, "https://ahola.example/people", Cast.TODAY);
        assertThatThrownBy(() -> cast.customer(() -> details.add(
                        Party.of(met), ContactPoint.New.email("muutettu.poistettu@ahola.example"), web, Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    @Policy("K1")
    void another_label_or_usage_frees_nobody() {
        var lotta = cast.add("Lotta Aho", "lotta@ahola.example");
        cast.customer(() -> bans.ban(lotta, Ban.because("mail"), Cast.MARIA));
        var point = cast.customer(() -> details.pointsOf(Party.of(lotta))).getFirst();
        cast.customer(() -> details.change(
                point.id(),
                new ContactPoint.New(ContactPoint.Kind.EMAIL, "lotta@ahola.example", "work", ContactPoint.Usage.SHARED),
                null,
                Cast.MARIA));
        cast.customer(() -> details.remove(point.id(), Cast.MARIA));
        assertThat(cast.get(lotta).standing().isBanned()).isTrue();
        assertThat(cast.get(cast.add("Lotta A.", "lotta@ahola.example"))
                        .standing()
                        .isBanned())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Policy("K1")
    void a_merge_in_either_direction_bans_the_one_that_is_left_and_its_undoing_frees_nobody(boolean bannedIsKept) {
        var banned = cast.add("Pia Aho", "pia" + bannedIsKept + "@ahola.example");
        var free = cast.add("Pia A.", "pia.a" + bannedIsKept + "@ahola.example");
        cast.customer(() -> bans.ban(banned, Ban.because("mail"), Cast.MARIA));
        var kept = bannedIsKept ? banned : free;
        var gone = bannedIsKept ? free : banned;

        var merge = cast.customer(() -> merging.merge(kept, gone, Set.of(), Cast.MARIA));
        assertThat(cast.get(kept).standing().isBanned()).isTrue();

        cast.customer(() -> merging.undo(merge, Cast.MARIA));
        assertThat(cast.get(banned).standing().isBanned()).isTrue();
        assertThat(sees(Purpose.MARKETING, banned)).isFalse();
    }

    @Test
    @Policy("K1")
    void a_new_job_is_the_same_person_and_takes_the_ban_along() {
        var old = cast.organisation("Vanhala Oy", java.util.Map.of());
        var next = cast.organisation("Uusila Oy", java.util.Map.of());
        var sini = cast.add("Sini Aho", "sini@vanhala.example", old);
        cast.customer(() -> bans.ban(sini, Ban.because("mail"), Cast.MARIA));
        cast.customer(() -> employment.changeJob(sini, new Employment.Job(old, next, null, Cast.TODAY), Cast.MARIA));
        cast.customer(() ->
                details.add(Party.of(sini), ContactPoint.New.email("sini@uusila.example"), Cast.met(), Cast.MARIA));
        assertThat(sees(Purpose.MARKETING, sini)).isFalse();
    }

    @Test
    @Policy("K1")
    void a_banned_address_that_nobody_reads_alone_is_closed_on_the_organisations_own_row() {
        var firm = cast.organisation("Aholan Saha Oy", java.util.Map.of());
        cast.customer(() ->
                details.add(Party.of(firm), ContactPoint.New.email("saha@ahola.example"), Cast.met(), Cast.MARIA));
        assertThat(marketingReads("saha@ahola.example")).isTrue();

        ban(Fingerprint.Kind.EMAIL, "Saha@ahola.example");

        assertThat(marketingReads("saha@ahola.example")).isFalse();
        cast.customer(() -> details.add(
                Party.of(firm), ContactPoint.New.email("saha+tilaukset@ahola.example"), Cast.met(), Cast.MARIA));
        assertThat(marketingReads("saha+tilaukset@ahola.example")).isFalse();
    }

    @Test
    @Policy({"K1", "K2"})
    void a_statement_that_knows_no_door_is_met_by_the_table_itself() {
        ban(Fingerprint.Kind.EMAIL, "suora@ahola.example");
        forbid("suora.poistettu@ahola.example");
        var person = cast.add("Taavi Aho", "taavi@ahola.example");
        directly(person, "suora@ahola.example", "phone");
        assertThat(cast.get(person).standing().isBanned()).isTrue();
        assertThatThrownBy(() -> directly(person, "suora.poistettu@ahola.example", "bought-list"))
                .hasMessageContaining("not collected again");
    }

    private void directly(PersonId person, String email, String source) {
        var print = fingerprints.of(Fingerprint.Kind.EMAIL, email);
        cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("""
                                insert into register.contact_point
                                       (contact_point_id, person_id, standing, kind, usage, value, strict_print, canonical_print, source, sourced_on,
                                        created_at)
                                select gen_random_uuid(), p.person_id, p.standing, 'email', 'personal', :email, :strict, :canonical, :source,
                                       p.sourced_on, p.created_at
                                  from register.person p
                                 where p.person_id = :person""")
                        .param("email", email)
                        .param("strict", print.strict())
                        .param("canonical", print.canonical())
                        .param("source", source)
                        .param("person", person.value())
                        .update());
    }

    private void ban(Fingerprint.Kind kind, String value) {
        cast.purposes.as(
                Purpose.RIGHTS,
                () -> suppression.ban(List.of(fingerprints.of(kind, value)), new Suppression.Reason("test", null)));
    }

    private void forbid(String email) {
        cast.purposes.as(
                Purpose.RIGHTS,
                () -> suppression.forbidRecollection(
                        List.of(fingerprints.of(Fingerprint.Kind.EMAIL, email)),
                        new Suppression.Reason("erasure", null)));
    }

    private static String json(String name, String email, String source) {
        return """
                {"name": "%s", "emails": ["%s"], "source": "%s", "sourceDetail": "the old system"}""".formatted(name, email, source);
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String body) throws Exception {
        var token = tokens.make(
                new ApiTokens.Wish("Bridge", List.of("customer"), null),
                Cast.MARIA,
                Permissions.allOf(Purpose.ofStaff()));
        return web.perform(request.header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private boolean sees(Purpose purpose, PersonId person) {
        return cast.purposes.as(purpose, () -> register.find(person).isPresent());
    }

    private boolean marketingReads(String email) {
        return cast.purposes.as(
                Purpose.MARKETING,
                () -> jdbc.sql("select count(*) > 0 from register.contact_point where value = :email")
                        .param("email", email)
                        .query(Boolean.class)
                        .single());
    }

    private int count(String start) {
        return cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("select count(*) from register.contact_point where value like :start || '%'")
                        .param("start", start)
                        .query(Integer.class)
                        .single());
    }
}
