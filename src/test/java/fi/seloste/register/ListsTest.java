package fi.seloste.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Evidence;
import fi.seloste.store.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DatabaseTest
@Import(Cast.class)
class ListsTest {

    @Autowired
    Cast cast;

    @Autowired
    Register register;

    @Autowired
    Search search;

    @Autowired
    Employment employment;

    @Autowired
    Tagging tagging;

    @Autowired
    MarketingBan bans;

    private static boolean made;
    private static PersonId aake;

    @BeforeEach
    void a_register() {
        if (made) {
            return;
        }
        made = true;
        var joki = cast.jokivoima();
        var oljy = cast.organisation("Öljytie Oy", Map.of());
        aake = cast.add("Lotta Åke", "lotta.ake@oljytie.example", oljy);
        cast.add("Ville Öhman", "ville.ohman@oljytie.example", oljy);
        cast.add("Aino Zetterberg", "aino.z@jokivoima.example", joki);
        cast.add("Bo Ek", "bo.ek@jokivoima.example", joki, oljy);
        cast.add("100% Under_score", "odd@jokivoima.example");
        cast.clock.advance(java.time.Duration.ofMinutes(1));
        cast.customer(() -> tagging.add(Party.of(aake), "vip", Cast.MARIA));
        var post = cast.customer(() -> employment.of(aake)).getFirst();
        cast.customer(() -> employment.change(post.id(), "CEO", Set.of(Affiliation.Role.DECISION_MAKER), Cast.MARIA));
    }

    @Test
    void names_sort_the_Finnish_way() {
        assertThat(names(Map.of()))
                .containsExactly("Bo Ek", "100% Under_score", "Aino Zetterberg", "Lotta Åke", "Ville Öhman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "changed", "organisation"})
    void page_after_page_gives_every_row_once_and_in_order(String sort) {
        var whole = page(Map.of("sort", sort, "limit", "100")).items();
        var walked = new ArrayList<PersonRow>();
        @Nullable String after = null;
        do {
            var query = new HashMap<>(Map.of("sort", sort, "limit", "2"));
            if (after != null) {
                query.put("after", after);
            }
            var page = page(query);
            walked.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(walked).isEqualTo(whole);
        assertThat(whole).hasSize(sort.equals("organisation") ? 6 : 5);
    }

    @Test
    void by_organisation_there_is_a_row_for_each_post_and_those_without_come_last() {
        assertThat(page(Map.of("sort", "organisation")).items())
                .extracting(r -> r.employer() == null ? null : r.employer().name(), PersonRow::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Jokivoima Oy", "Bo Ek"),
                        org.assertj.core.groups.Tuple.tuple("Jokivoima Oy", "Aino Zetterberg"),
                        org.assertj.core.groups.Tuple.tuple("Öljytie Oy", "Bo Ek"),
                        org.assertj.core.groups.Tuple.tuple("Öljytie Oy", "Lotta Åke"),
                        org.assertj.core.groups.Tuple.tuple("Öljytie Oy", "Ville Öhman"),
                        org.assertj.core.groups.Tuple.tuple(null, "100% Under_score"));
    }

    @Test
    void a_list_is_filtered_by_what_its_url_says() {
        assertThat(names(Map.of("tag", "vip"))).containsExactly("Lotta Åke");
        assertThat(names(Map.of("role", "decision-maker"))).containsExactly("Lotta Åke");
        assertThat(names(Map.of("email", "Bo.Ek@jokivoima.example"))).containsExactly("Bo Ek");
        assertThat(names(Map.of("source", "public-web"))).isEmpty();
        assertThat(names(Map.of("actSince", "2026-01-01"))).isEmpty();
        assertThat(cast.customer(() -> register.count(PeopleQuery.of(Map.of()))))
                .isEqualTo(5);
        assertThatThrownBy(() -> PeopleQuery.of(Map.of("sort", "shoe-size"))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> names(Map.of("after", "nonsense"))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void a_list_of_banned_people_shows_them_to_those_who_may_see_them() {
        var nea = cast.add("Nea Kallio", "nea.kallio@kallio.example");
        cast.customer(() -> bans.ban(nea, Ban.because("mail"), Cast.MARIA));
        try {
            assertThat(names(Map.of("banned", "true"))).containsExactly("Nea Kallio");
            assertThat(names(Map.of("banned", "false")))
                    .doesNotContain("Nea Kallio")
                    .isNotEmpty();
            assertThat(found("kallio", Purpose.CUSTOMER)).containsExactly("Nea Kallio");
            assertThat(cast.purposes.as(Purpose.MARKETING, () -> search.people("kallio", 10)))
                    .isEmpty();
        } finally {
            remove(nea);
        }
    }

    @Test
    void people_are_found_by_parts_of_names_addresses_and_organisations() {
        assertThat(found("zetter", Purpose.CUSTOMER)).containsExactly("Aino Zetterberg");
        assertThat(found("AKE lotta", Purpose.CUSTOMER)).containsExactly("Lotta Åke");
        assertThat(found("öljytie", Purpose.CUSTOMER)).containsExactlyInAnyOrder("Bo Ek", "Lotta Åke", "Ville Öhman");
        assertThat(found("ek jokivoima", Purpose.CUSTOMER)).containsExactly("Bo Ek");
        assertThat(found("oh", Purpose.CUSTOMER)).containsExactly("Ville Öhman");
        assertThat(found("z", Purpose.CUSTOMER)).containsExactly("Aino Zetterberg");
        assertThat(found("zetter", Purpose.MARKETING)).containsExactly("Aino Zetterberg");
    }

    @Test
    void signs_that_mean_something_to_the_database_are_letters_here() {
        assertThat(found("100%", Purpose.CUSTOMER)).containsExactly("100% Under_score");
        assertThat(found("r_s", Purpose.CUSTOMER)).containsExactly("100% Under_score");
        assertThat(found("%%%", Purpose.CUSTOMER)).isEmpty();
        assertThat(found("___", Purpose.CUSTOMER)).isEmpty();
        assertThat(found("\\\\\\", Purpose.CUSTOMER)).isEmpty();
    }

    private void remove(PersonId person) {
        cast.purposes.as(Purpose.OWNER, () -> {
            for (var table : List.of("change", "contact_point", "person")) {
                owner("delete from register." + table + " where person_id = '" + person + "'");
            }
        });
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    private void owner(String sql) {
        jdbc.sql(sql).update();
    }

    private List<String> found(String typed, Purpose purpose) {
        return cast.purposes.as(
                purpose,
                () -> register.rows(search.people(typed, 10), Evidence.How.LIST, Cast.MARIA).stream()
                        .map(PersonRow::name)
                        .toList());
    }

    private List<String> names(Map<String, String> query) {
        return page(query).items().stream().map(PersonRow::name).toList();
    }

    private Slice<PersonRow> page(Map<String, String> query) {
        return cast.customer(() -> register.list(PeopleQuery.of(query), Evidence.How.LIST, Cast.MARIA));
    }
}
