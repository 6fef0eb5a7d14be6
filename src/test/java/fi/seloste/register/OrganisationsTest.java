package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Cast.class)
class OrganisationsTest {

    @Autowired
    Cast cast;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    MergingOrganisations merging;

    @Autowired
    Employment employment;

    @Autowired
    Register register;

    @Autowired
    Search search;

    @Autowired
    Timeline timeline;

    @Test
    void a_business_id_is_checked_by_its_check_digit_and_a_domain_is_taken_from_what_people_paste() {
        assertThatThrownBy(() -> cast.organisation("Wrong Oy", Map.of(OrganisationField.BUSINESS_ID, "1234567-8")))
                .isInstanceOf(Problem.Invalid.class);
        var right = cast.organisation(
                "Right Oy",
                Map.of(
                        OrganisationField.BUSINESS_ID,
                        "FI1234567 1",
                        OrganisationField.DOMAIN,
                        "https://www.Right.example/about"));
        var kept = cast.customer(() -> organisations.get(right));
        assertThat(kept.numbers().businessId()).isEqualTo("1234567-1");
        assertThat(kept.reach().domain()).isEqualTo("right.example");
    }

    @Test
    void its_people_are_listed_with_their_roles_and_those_who_left_on_request() {
        var joki = cast.jokivoima();
        var ada = cast.add("Ada Koskinen", "ada.k@jokivoima.example", joki);
        cast.add("Boris Lindqvist", "boris.l@jokivoima.example", joki);
        cast.customer(() -> employment.markAsLeft(ada, joki, LocalDate.of(2026, 11, 1), Cast.MARIA));

        var present = new OrganisationRegister.Members(false, 10, null);
        assertThat(cast.customer(() -> organisations.members(joki, present, Cast.MARIA))
                        .items())
                .extracting(OrganisationRegister.Member::name)
                .containsExactly("Boris Lindqvist");
        var first = cast.customer(
                () -> organisations.members(joki, new OrganisationRegister.Members(true, 1, null), Cast.MARIA));
        var rest = cast.customer(
                () -> organisations.members(joki, new OrganisationRegister.Members(true, 1, first.next()), Cast.MARIA));
        assertThat(first.items()).extracting(OrganisationRegister.Member::name).containsExactly("Boris Lindqvist");
        assertThat(rest.items()).extracting(OrganisationRegister.Member::name).containsExactly("Ada Koskinen");
        assertThat(rest.next()).isNull();
    }

    @Test
    void under_a_new_name_it_and_its_people_are_found() {
        var joki = cast.organisation("Virtaava Oy", Map.of());
        var ada = cast.add("Adele Koskinen", "adele@virtaava.example", joki);
        cast.customer(
                () -> organisations.change(joki, Edit.of(Map.of(OrganisationField.NAME, "Kuohuva Oyj")), Cast.MARIA));

        assertThat(cast.customer(() -> search.organisations("kuohuva", 5))).containsExactly(joki);
        assertThat(cast.customer(() -> search.people("kuohuva", 5))).containsExactly(ada);
        assertThat(cast.customer(() -> search.organisations("virtaava", 5))).isEmpty();
        assertThat(cast.customer(() -> timeline.history(Party.of(joki), "name", 5, null))
                        .items())
                .extracting(Change::oldValue)
                .containsExactly("Virtaava Oy");
    }

    @Test
    void two_that_are_one_are_merged_with_their_people_and_parted_again() {
        var kept = cast.organisation("Tunturi Oy", Map.of(OrganisationField.DOMAIN, "tunturi.example"));
        var gone = cast.organisation(
                "Tunturi", Map.of(OrganisationField.DOMAIN, "tunturi.example", OrganisationField.SEGMENT, "energy"));
        var ada = cast.add("Adalmina Tuisku", "adalmina@tunturi.example", gone);
        assertThat(cast.customer(() -> merging.twinsOf(kept)))
                .extracting(Twin::reason)
                .containsExactly("domain");

        var id = cast.customer(() -> merging.merge(kept, gone, Set.of(OrganisationField.SEGMENT), Cast.MARIA));

        assertThat(cast.customer(() -> organisations.get(kept)).segment()).isEqualTo("energy");
        assertThat(cast.customer(() -> organisations.now(gone))).isEqualTo(kept);
        assertThat(cast.customer(() -> organisations.find(gone))).isEmpty();
        assertThat(cast.customer(() -> employment.of(ada)))
                .extracting(Affiliation::organisation)
                .containsExactly(kept);
        cast.customer(() -> merging.undo(id, Cast.MARIA));
        assertThat(cast.customer(() -> employment.of(ada)))
                .extracting(Affiliation::organisation)
                .containsExactly(gone);
        assertThat(cast.customer(() -> organisations.list(OrganisationQuery.of(Map.of("search", "tunturi"))))
                        .items())
                .hasSize(2);
        assertThat(cast.customer(() -> register.card(ada, Evidence.How.PAGE, Cast.MARIA))
                        .affiliations())
                .hasSize(1);
    }
}
