package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.DatabaseTest;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bits of a standing mean the same in Java and in the database, and nobody mistakes the restriction of a part for one of the whole. */
@DatabaseTest
class StandingBitsTest {

    /** A standing that is compared with nothing: whoever had notes restricted would be gone for good. */
    private static final Pattern WITH_NOTHING = Pattern.compile("standing\\)?(::\\w+)?(, 0\\))?\\s*(=|<>|!=)\\s*0\\b");

    private static final Pattern MASK = Pattern.compile("standing\\)?(::\\w+)?(, 0\\))?\\s*&\\s*(~\\s*)?(\\d+)");

    /** An index of the few who have any bit at all. Who uses it asks for a bit as well. */
    private static final String OF_THE_FEW = "person_standing_set";

    private static final Set<String> OF_THE_FEW_IN_JAVA = Set.of("PeopleFilter.java", "Standings.java");

    @Autowired
    DataMap map;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_category_that_can_be_restricted_alone_has_a_bit_of_its_own_above_those_of_the_whole() {
        assertThat(map.separable()).isNotEmpty();
        var bits = map.separable().stream().map(StandingBits::ofPart).toList();
        assertThat(bits).doesNotHaveDuplicates().allSatisfy(bit -> {
            assertThat(Integer.bitCount(bit)).isOne();
            assertThat(bit & StandingBits.WHOLE).isZero();
        });
        assertThat(bits.stream().reduce(0, Integer::sum)).isEqualTo(StandingBits.ALL_PARTS);
        assertThatThrownBy(() -> StandingBits.ofPart("contact-information"))
                .hasMessageContaining("contact-information", "StandingBits");
    }

    @Test
    void no_function_index_or_policy_compares_a_standing_with_nothing() {
        var live = live();
        assertThat(live).hasSizeGreaterThan(50);
        assertThat(live.keySet()).anyMatch(name -> name.endsWith("marketing.skip_hidden"));
        assertThat(live.entrySet().stream()
                        .filter(one -> WITH_NOTHING.matcher(one.getValue()).find())
                        .map(Map.Entry::getKey))
                .containsExactly("index register." + OF_THE_FEW);
    }

    @Test
    void the_database_knows_no_other_bits_than_these() {
        var masks = new TreeSet<Integer>();
        live().values()
                .forEach(text -> MASK.matcher(text).results().forEach(m -> masks.add(Integer.valueOf(m.group(4)))));
        assertThat(masks)
                .contains(StandingBits.WHOLE, StandingBits.ofPart("response-statistics"))
                .allSatisfy(mask -> assertThat(mask & ~(StandingBits.WHOLE | StandingBits.ALL_PARTS))
                        .isZero());
        assertThat(purposes.as(
                        Purpose.OWNER,
                        () -> jdbc.sql(
                                        "select pg_get_constraintdef(oid) from pg_constraint where conname = 'person_standing'")
                                .query(String.class)
                                .single()))
                .contains("<= " + (StandingBits.WHOLE | StandingBits.ALL_PARTS));
    }

    @Test
    void no_statement_of_ours_compares_a_standing_with_nothing() throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (WITH_NOTHING.matcher(Files.readString(file)).find()) {
                    found.add(String.valueOf(file.getFileName()));
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(OF_THE_FEW_IN_JAVA);
    }

    private Map<String, String> live() {
        var live = new java.util.TreeMap<String, String>();
        purposes.as(Purpose.OWNER, () -> {
            for (var sql : List.of(
                    "select 'function ' || pronamespace::regnamespace || '.' || proname as name, prosrc as text from pg_proc where prosrc like '%standing%'",
                    "select 'index ' || schemaname || '.' || indexname as name, indexdef as text from pg_indexes where indexdef like '%standing%'",
                    "select 'policy ' || tablename || ' ' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text from pg_policies")) {
                jdbc.sql(sql).query(row -> {
                    live.merge(row.getString("name"), row.getString("text"), String::concat);
                });
            }
        });
        return live;
    }
}
