package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The employer asks for everybody at its domain. */
@DatabaseTest
@Import(Cast.class)
class OrganisationBanTest {

    @Autowired
    Cast cast;

    @Autowired
    DomainBan firms;

    @Autowired
    MarketingBan bans;

    @Autowired
    Register register;

    @Autowired
    ContactDetails details;

    @Autowired
    Merging merging;

    @Autowired
    NightlyComparison nightly;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"CUSTOMER", "SUPPORT", "MARKETING", "RIGHTS"})
    @Policy("K5")
    void whoever_is_and_whoever_comes_to_the_domain_is_not_marketed_to(Purpose purpose) {
        var domain = purpose.code() + ".vaarapuu.example";
        var vaarapuu = firm("Vaarapuu " + purpose.code(), domain);
        var ella = cast.add("Ella Vaara", "ella@" + domain);
        var otto = cast.add("Otto Muu", "otto@" + purpose.code() + ".muualla.example");
        assertThat(marketingSees(ella)).isTrue();

        cast.purposes.as(purpose, () -> firms.ban(vaarapuu, wanted(domain), Cast.MARIA));
        var later = cast.add("Lauri Vaara", "Lauri@" + domain.toUpperCase(java.util.Locale.ROOT));

        assertThat(List.of(marketingSees(ella), marketingSees(later), marketingSees(otto)))
                .containsExactly(false, false, true);
        assertThat(cast.get(ella).standing().isBannedByOrganisation()).isTrue();
        assertThat(cast.get(ella).standing().isBannedInPerson()).isFalse();
        assertThat(cast.purposes
                        .as(Purpose.MARKETING, () -> firms.check("anybody@" + domain))
                        .marketing())
                .isTrue();
        assertThat(cast.customer(() -> register.card(later, Evidence.How.PAGE, Cast.MARIA))
                        .lamps()
                        .getFirst())
                .satisfies(lamp -> assertThat(lamp.reason()).isEqualTo("register.lamp.marketing.bannedByFirm"))
                .satisfies(lamp ->
                        assertThat(lamp.words()).containsExactly("Vaarapuu " + purpose.code(), Cast.TODAY, domain));
    }

    @Test
    @Policy("K5")
    void the_organisations_own_address_is_not_marketed_to_either() {
        var firm = firm("Notkola Oy", "notkola.example");
        cast.customer(() ->
                details.add(Party.of(firm), ContactPoint.New.email("info@notkola.example"), Cast.met(), Cast.MARIA));
        assertThat(marketingReads("info@notkola.example")).isTrue();
        cast.customer(() -> firms.ban(firm, wanted("notkola.example"), Cast.MARIA));
        cast.customer(() ->
                details.add(Party.of(firm), ContactPoint.New.email("sales@notkola.example"), Cast.met(), Cast.MARIA));
        assertThat(marketingReads("info@notkola.example")).isFalse();
        assertThat(marketingReads("sales@notkola.example")).isFalse();

        lift("notkola.example");
        assertThat(marketingReads("info@notkola.example")).isTrue();
    }

    @Test
    @Policy("K5")
    void lifting_the_organisations_ban_lifts_no_ban_in_person_and_the_other_way_round() {
        var firm = firm("Kaarnala Oy", "kaarnala.example");
        var both = cast.add("Bertta Kaarna", "bertta@kaarnala.example");
        var only = cast.add("Olli Kaarna", "olli@kaarnala.example");
        cast.customer(() -> bans.ban(both, Ban.because("asked by phone"), Cast.MARIA));
        cast.customer(() -> firms.ban(firm, wanted("kaarnala.example"), Cast.MARIA));

        lift("kaarnala.example");
        assertThat(cast.get(both).standing().isBanned()).isTrue();
        assertThat(cast.get(only).standing().isBanned()).isFalse();

        cast.customer(() -> firms.ban(firm, wanted("kaarnala.example"), Cast.MARIA));
        cast.customer(() -> bans.lift(both, Wish.of("wants our news", Cast.TODAY), Cast.MARIA));
        assertThat(cast.get(both).standing().isBannedInPerson()).isFalse();
        assertThat(marketingSees(both)).isFalse();
        assertThat(cast.customer(() -> firms.of(firm)))
                .extracting(OrganisationBan::isInForce)
                .containsExactly(true, false);
    }

    @Test
    @Policy("K5")
    void whoever_leaves_the_organisation_leaves_its_ban_behind_and_the_address_that_ended_stays_silent() {
        var firm = firm("Lehtola Oy", "lehtola.example");
        var aino = cast.add("Aino Lehto", "aino@lehtola.example");
        cast.customer(() -> firms.ban(firm, wanted("lehtola.example"), Cast.MARIA));
        cast.customer(
                () -> details.add(Party.of(aino), ContactPoint.New.email("aino@uusi.example"), Cast.met(), Cast.MARIA));
        assertThat(cast.get(aino).standing().isBanned()).isTrue();

        var old = cast.customer(() -> details.pointsOf(Party.of(aino))).getFirst();
        cast.customer(() -> details.endOn(old.id(), Cast.TODAY.minusDays(1), Cast.MARIA));

        assertThat(cast.get(aino).standing().isBanned()).isFalse();
    }

    @Test
    @Policy("K5")
    void two_who_are_one_are_banned_and_two_again_each_as_its_own_address_says() {
        var firm = firm("Mustola Oy", "mustola.example");
        var there = cast.add("Milla Musta", "milla@mustola.example");
        var elsewhere = cast.add("Milla Musta", "milla@muu.example");
        cast.customer(() -> firms.ban(firm, wanted("mustola.example"), Cast.MARIA));
        for (var pair : List.of(List.of(there, elsewhere), List.of(elsewhere, there))) {
            var merge = cast.customer(() -> merging.merge(pair.getFirst(), pair.getLast(), Set.of(), Cast.MARIA));
            assertThat(marketingSees(pair.getFirst())).isFalse();
            cast.customer(() -> merging.undo(merge, Cast.MARIA));
            assertThat(marketingSees(there)).isFalse();
            assertThat(marketingSees(elsewhere)).isTrue();
        }
    }

    @Test
    @Policy("K5")
    void a_ban_needs_a_domain_of_the_organisation_a_reason_and_somebody_who_asked() {
        assertThatThrownBy(() -> wanted("gmail.com")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> wanted("not a domain")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> wanted(" ")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new OrganisationBan.Wanted("joki.example", "mail", " "))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, p -> assertThat(p.field()).isEqualTo("askedBy"));
        assertThatThrownBy(() -> new OrganisationBan.Wanted("joki.example", "", "Liisa Laine"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@JÄÄTELÖ.example", "info@jäätelö.example", " xn--jtel-loaa3k.example "})
    void a_domain_is_one_however_it_is_written(String written) {
        assertThat(OrganisationBan.domainOf(written)).isEqualTo("xn--jtel-loaa3k.example");
    }

    @Test
    @Policy("K5")
    void only_a_word_of_the_organisation_ends_it_and_no_job_and_no_marketing() {
        var firm = firm("Ruohola Oy", "ruohola.example");
        cast.customer(() -> firms.ban(firm, wanted("ruohola.example"), Cast.MARIA));
        cast.customer(() -> firms.ban(firm, wanted("ruohola.example"), Cast.MARIA));
        var ban = cast.customer(() -> firms.of(firm));
        assertThat(ban).hasSize(1);
        var id = ban.getFirst().id();
        assertThatThrownBy(() -> cast.customer(() -> firms.lift(id, " ", Cast.MARIA)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> cast.customer(() -> firms.lift(id, "a job", Actor.system("job"))))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(
                        () -> cast.purposes.as(Purpose.MARKETING, () -> firms.lift(id, "we would like to", Cast.MARIA)))
                .isInstanceOf(RuntimeException.class);
        assertThat(cast.customer(() -> firms.of(firm)).getFirst().isInForce()).isTrue();
    }

    @Test
    @Policy({"K5", "K9"})
    void a_row_that_came_in_past_every_guard_is_counted_by_the_night_and_marked() {
        var firm = firm("Salola Oy", "salola.example");
        var ilona = cast.add("Ilona Salo", "ilona@salola.example");
        cast.customer(() -> firms.ban(firm, wanted("salola.example"), Cast.MARIA));
        cast.purposes.as(
                Purpose.OWNER,
                () -> jdbc.sql("update register.person set standing = 0 where person_id = :id")
                        .param("id", ilona.value())
                        .update());

        assertThat(nightly.compare().unmarked()).isOne();

        assertThat(cast.get(ilona).standing().isBannedByOrganisation()).isTrue();
        assertThat(nightly.compare().isGood()).isTrue();
    }

    private void lift(String domain) {
        cast.customer(() -> firms.inForce().stream()
                .filter(ban -> ban.domain().equals(domain))
                .forEach(ban -> firms.lift(ban.id(), "their mail of today", Cast.MARIA)));
    }

    private OrganisationId firm(String name, String domain) {
        return cast.organisation(name, Map.of(OrganisationField.DOMAIN, domain));
    }

    private static OrganisationBan.Wanted wanted(String domain) {
        return new OrganisationBan.Wanted(domain, "their mail", "Liisa Laine");
    }

    private boolean marketingSees(PersonId person) {
        return cast.purposes.as(Purpose.MARKETING, () -> register.find(person).isPresent());
    }

    private boolean marketingReads(String email) {
        return cast.purposes.as(
                Purpose.MARKETING,
                () -> jdbc.sql("select count(*) > 0 from register.contact_point where value = :email")
                        .param("email", email)
                        .query(Boolean.class)
                        .single());
    }
}
