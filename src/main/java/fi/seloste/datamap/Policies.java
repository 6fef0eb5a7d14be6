package fi.seloste.datamap;

import fi.seloste.store.Purpose;
import fi.seloste.store.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Row policies on every table that carries standing. They are constant for a version of the product: the notice changes grants only,
 * since making a policy waits for every reader of the table.
 */
@Component
class Policies {

    private final DataMap map;
    private final Roles roles;
    private final JdbcClient jdbc;

    Policies(DataMap map, Roles roles, JdbcClient jdbc) {
        this.map = map;
        this.roles = roles;
        this.jdbc = jdbc;
    }

    List<Policy> wanted() {
        var policies = new ArrayList<Policy>();
        for (var table : map.tables()) {
            if (table.ties().standing()) {
                for (var purpose : Purpose.values()) {
                    // Under FORCE the owner sees nothing without a policy of its own, and does not say so.
                    var role = purpose == Purpose.OWNER ? roles.of(purpose.login()) : roles.of(purpose);
                    policies.add(Policy.of(table, purpose, role));
                }
            }
        }
        return policies;
    }

    /** Makes what is missing or altered; gives back the names of what it had to make. */
    List<String> apply() {
        var live = live();
        var made = new ArrayList<String>();
        for (var table : map.tables()) {
            if (table.ties().standing() && !isForced(table)) {
                jdbc.sql("alter table %s enable row level security, force row level security"
                                .formatted(table.qualified()))
                        .update();
            }
        }
        for (var policy : wanted()) {
            var mark = live.remove(policy.table() + "/" + policy.name());
            if (!isIntact(policy, mark)) {
                if (mark != null) {
                    jdbc.sql(policy.drop()).update();
                }
                make(policy);
                made.add(policy.table() + " " + policy.name());
            }
        }
        live.keySet().forEach(extra -> drop(extra, made));
        return made;
    }

    /** Policies that are not as the product makes them. */
    List<String> drift() {
        var live = live();
        var drift = new ArrayList<String>();
        for (var policy : wanted()) {
            if (!isIntact(policy, live.remove(policy.table() + "/" + policy.name()))) {
                drift.add("policy %s on %s is altered or missing".formatted(policy.name(), policy.table()));
            }
        }
        live.keySet().forEach(extra -> drift.add("policy " + extra + " is not the product's"));
        for (var table : map.tables()) {
            if (table.ties().standing() && !isForced(table)) {
                drift.add("row security of " + table.qualified() + " is off");
            }
        }
        return drift;
    }

    private void make(Policy policy) {
        jdbc.sql(policy.create()).update();
        var hash = live().getOrDefault(policy.table() + "/" + policy.name(), new Live("", ""))
                .hash();
        jdbc.sql("comment on policy %s on %s is '%s %s'".formatted(policy.name(), policy.table(), policy.mark(), hash))
                .update();
    }

    private void drop(String extra, List<String> made) {
        var parts = extra.split("/", 2);
        jdbc.sql("drop policy %s on %s".formatted('"' + parts[1] + '"', parts[0]))
                .update();
        made.add("dropped " + extra);
    }

    private static boolean isIntact(Policy policy, @org.jspecify.annotations.Nullable Live live) {
        return live != null && live.comment().equals(policy.mark() + " " + live.hash());
    }

    private boolean isForced(Table table) {
        return jdbc.sql(
                        "select relrowsecurity and relforcerowsecurity from pg_class where oid = cast(:table as regclass)")
                .param("table", table.qualified())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Live> live() {
        var live = new HashMap<String, Live>();
        jdbc.sql("""
                        select n.nspname || '.' || c.relname || '/' || p.polname as name,
                               coalesce(obj_description(p.oid, 'pg_policy'), '') as comment,
                               md5(coalesce(pg_get_expr(p.polqual, p.polrelid), '') || '/' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
                                   || p.polcmd::text || p.polpermissive::text || p.polroles::text) as hash
                          from pg_policy p
                          join pg_class c on c.oid = p.polrelid
                          join pg_namespace n on n.oid = c.relnamespace""").query(row -> {
            live.put(row.getString("name"), new Live(row.getString("comment"), row.getString("hash")));
        });
        return live;
    }

    private record Live(String comment, String hash) {}
}
