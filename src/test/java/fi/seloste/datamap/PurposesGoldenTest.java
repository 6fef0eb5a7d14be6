package fi.seloste.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.DatabaseTest;
import fi.seloste.Golden;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.store.Purpose;
import fi.seloste.store.Roles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What each purpose may read and write under the default notice, column by column. */
@DatabaseTest
class PurposesGoldenTest {

    @Autowired
    Grants grants;

    @Autowired
    DataMap map;

    @Autowired
    Roles roles;

    @Test
    void every_purpose_is_described_by_what_it_is_granted() {
        var declaration = DeclarationReader.shipped("default");
        var wanted = grants.wanted(category -> Set.copyOf(declaration.readersOf(category)));
        var text = new StringBuilder("""
                # What each purpose may do

                Written by `bin/golden` from the default notice and the data maps; not edited by hand. A purpose is a database role; roles of one
                login share a connection pool, and no other login can take them. A column that is not named is refused by the server. Of tables
                marked *, rows of people whom the purpose may not see are hidden as well.
                """);
        for (var purpose : Purpose.values()) {
            if (purpose != Purpose.OWNER) {
                describe(text, purpose, of(wanted, roles.of(purpose)));
            }
        }

        assertThat(wanted).isNotEmpty();
        Golden.compare("purposes.md", text.toString());
    }

    private void describe(StringBuilder text, Purpose purpose, Map<String, Map<String, Set<String>>> tables) {
        text.append("\n## ").append(purpose.code()).append("\n\n");
        text.append("Login: `")
                .append(purpose.login().code())
                .append("`. Held by: ")
                .append(holder(purpose))
                .append(".\n\n");
        text.append("| category | table | reads | writes |\n|---|---|---|---|\n");
        tables.forEach((table, privileges) -> text.append("| ")
                .append(map.table(table).category())
                .append(" | ")
                .append(table)
                .append(map.table(table).ties().standing() ? "*" : "")
                .append(" | ")
                .append(reads(map.table(table), privileges))
                .append(" | ")
                .append(writes(privileges))
                .append(" |\n"));
    }

    private static String holder(Purpose purpose) {
        return switch (purpose) {
            case SUBJECT -> "the person on pages of their own, by link";
            case KEEPING -> "the system, for matching";
            case OWNER -> "migrations, compiling and backup";
            case RIGHTS, RETENTION, TECHNICAL -> "staff and tokens with the permission, and the system";
            case CUSTOMER, SUPPORT, MARKETING, CONTRACTS, BILLING, CLAIMS, REFERENCES, ANALYTICS ->
                "staff and tokens with the permission";
        };
    }

    private static String reads(Table table, Map<String, Set<String>> privileges) {
        var columns = privileges.getOrDefault("SELECT", Set.of());
        return columns.size() == table.columns().size() ? "all columns" : String.join(", ", columns);
    }

    private static String writes(Map<String, Set<String>> privileges) {
        return privileges.keySet().stream()
                .filter(one -> !one.equals("SELECT"))
                .map(one -> one.toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Map<String, Set<String>>> of(Set<Grant> grants, String role) {
        var tables = new TreeMap<String, Map<String, Set<String>>>();
        grants.stream().filter(one -> one.role().equals(role)).forEach(one -> {
            var columns = tables.computeIfAbsent(one.table(), table -> new LinkedHashMap<>())
                    .computeIfAbsent(one.privilege(), privilege -> new TreeSet<>());
            if (one.column() != null) {
                columns.add(one.column());
            }
        });
        return tables;
    }
}
