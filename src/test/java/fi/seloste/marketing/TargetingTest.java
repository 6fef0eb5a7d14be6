package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.seloste.Policy;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.marketing.Criteria.Group;
import fi.seloste.marketing.Criteria.Match;
import fi.seloste.store.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketingTest
class TargetingTest {

    @Autowired
    Readers readers;

    @Autowired
    Targeting targeting;

    @Test
    @Policy("M2")
    void beside_whom_an_audience_reaches_stands_how_many_are_left_out_and_why() {
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada@jokivoima.example", "fi");
        readers.met(firm, "Aino Koskinen", "ADA@jokivoima.example", "fi");
        readers.ban(readers.met(firm, "Boris Lindqvist", "boris@jokivoima.example", "sv"));
        readers.restrict(readers.met(firm, "Chen Lahti", "chen@jokivoima.example", "fi"));
        readers.found(firm, "Dora Mäki", "dora@jokivoima.example");
        readers.met(firm, "Eino Salo", "", "fi");

        var reach = targeting.reach(readers.at(firm));

        assertThat(reach.people()).isEqualTo(6);
        assertThat(reach.reached()).isOne();
        assertThat(reach.excluded())
                .containsExactlyInAnyOrder(
                        new Excluded("banned", 1),
                        new Excluded("restricted", 1),
                        new Excluded("uninformed", 1),
                        new Excluded("no-address", 1),
                        new Excluded("same-address", 1));
    }

    @Test
    @Policy("M1")
    void the_people_of_an_audience_are_named_as_far_as_marketing_sees_them_and_the_look_is_a_consultation() {
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada@rautapyora.example", "fi");
        readers.ban(readers.met(firm, "Boris Rauta", "boris@rautapyora.example", "fi"));

        var members = targeting.members(readers.at(firm), null, null, 10, Evidence.How.LIST, Readers.JENNY);

        assertThat(members).extracting(Member::name).containsExactly("Ada Rauta");
        var consulted = readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("select purpose from evidence.consultation where :person = any(subjects)")
                        .param("person", ada.value())
                        .query(String.class)
                        .list());
        assertThat(consulted).contains("marketing");
    }

    @Test
    void who_shares_an_address_is_told_on_whichever_page_the_other_stands() {
        var firm = readers.firm("Kaksoset Oy");
        readers.met(firm, "Ulla Zander", "info@kaksoset.example", "fi");
        readers.met(firm, "Aatu Aalto", "INFO@kaksoset.example", "fi");
        var elsewhere = readers.firm("Muu Oy");
        readers.met(elsewhere, "Bea Aalto", "info@kaksoset.example", "fi");

        var first = targeting.members(readers.at(firm), null, null, 1, Evidence.How.LIST, Readers.JENNY);
        var next = targeting.members(
                readers.at(firm),
                first.getFirst().sortName(),
                first.getFirst().id().value(),
                1,
                Evidence.How.LIST,
                Readers.JENNY);

        assertThat(first).extracting(Member::name, Member::reason).containsExactly(tuple("Aatu Aalto", "same-address"));
        assertThat(next).extracting(Member::name, Member::reason).containsExactly(tuple("Ulla Zander", ""));
    }

    @Test
    void conditions_join_by_and_or_and_not_and_what_is_unknown_is_not_so() {
        var firm = readers.firm("Merenkulma Oy");
        readers.met(firm, "Fanni Meri", "fanni@merenkulma.example", "fi");
        readers.met(firm, "Sven Meri", "sven@merenkulma.example", "sv");
        readers.found(firm, "Nils Meri", "nils@merenkulma.example");
        var there = new Group(Match.ALL, false, List.of(new Condition("organisation", firm.toString())));
        var finnish = new Condition("language", "fi");
        var swedish = new Condition("language", "sv");

        assertThat(names(there, new Group(Match.ANY, false, List.of(finnish, swedish))))
                .containsExactly("Fanni Meri", "Sven Meri");
        assertThat(names(there, new Group(Match.ALL, false, List.of(finnish, swedish))))
                .isEmpty();
        assertThat(names(there, new Group(Match.ANY, true, List.of(finnish)))).containsExactly("Sven Meri");
        assertThat(targeting
                        .reach(new Criteria(Match.ALL, List.of(there, new Group(Match.ANY, true, List.of(finnish)))))
                        .people())
                .as("Sven, and Nils who speaks nobody knows what")
                .isEqualTo(2);
    }

    private List<String> names(Group... groups) {
        return targeting
                .members(new Criteria(Match.ALL, List.of(groups)), null, null, 10, Evidence.How.LIST, Readers.JENNY)
                .stream()
                .map(Member::name)
                .toList();
    }

    @Test
    void every_condition_can_be_asked_in_both_purposes() {
        for (var condition : List.of(
                new Condition("language", "fi"),
                new Condition("role", "main-user"),
                new Condition("organisation", "01999999-0000-7000-8000-00000000dddd"),
                new Condition("segment", "water"),
                new Condition("organisation-tag", "pilot"),
                new Condition("tag", "pilot 2026"),
                new Condition("owner", "01999999-0000-7000-8000-00000000dddd"),
                new Condition("source", "meeting"),
                new Condition("acted-since", "2026-01-01"),
                new Condition("acted-before", "2026-01-01"))) {
            var reach =
                    targeting.reach(new Criteria(Match.ANY, List.of(new Group(Match.ANY, false, List.of(condition)))));
            assertThat(reach.people()).as(condition.toString()).isNotNegative();
        }
    }

    @Test
    void what_is_no_condition_is_refused_by_its_field() {
        for (var wrong : List.of(
                new Condition("role", "boss"),
                new Condition("organisation", "x' or true --"),
                new Condition("acted-since", "yesterday"),
                new Condition("language", " "),
                new Condition("shoe-size", "42"))) {
            var criteria = new Criteria(Match.ALL, List.of(new Group(Match.ALL, false, List.of(wrong))));
            assertThatThrownBy(() -> targeting.add("Wrong", criteria, Readers.JENNY))
                    .as(wrong.toString())
                    .isInstanceOf(Problem.Invalid.class);
        }
        var hostile = new Criteria(
                Match.ALL, List.of(new Group(Match.ALL, false, List.of(new Condition("language", "fi' or '1'='1")))));
        assertThat(targeting.count(hostile)).isZero();
    }

    @Test
    void an_audience_that_somebody_else_changed_is_not_overwritten_and_one_in_use_stays() {
        var firm = readers.firm("Kuitukoski Oy");
        var id = targeting.add("All", readers.at(firm), Readers.JENNY);
        targeting.change(id, 1, "All of them", Criteria.EVERYBODY);
        assertThatThrownBy(() -> targeting.change(id, 1, "Other", Criteria.EVERYBODY))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(targeting.get(id).name()).isEqualTo("All of them");

        var campaign = readers.campaign(firm);
        var used = readers.marketing.get(campaign).plan().audience();
        assertThatThrownBy(() -> targeting.remove(used)).isInstanceOf(Problem.Conflict.class);
        targeting.remove(id);
        assertThatThrownBy(() -> targeting.get(id)).isInstanceOf(Problem.NotFound.class);
    }
}
