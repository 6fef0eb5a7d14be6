package fi.seloste.datamap;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the database agree with the notice and the data maps, and tells where it does not. Only what differs is granted or revoked, so
 * publishing a notice touches a handful of rows of the catalogue and stops nobody.
 */
@Component
public class Compiler {

    private final DataMap map;
    private final Grants grants;
    private final Policies policies;
    private final Estimates estimates;
    private final Roles roles;
    private final JdbcClient jdbc;

    Compiler(DataMap map, Grants grants, Policies policies, Estimates estimates, Roles roles, JdbcClient jdbc) {
        this.map = map;
        this.grants = grants;
        this.policies = policies;
        this.estimates = estimates;
        this.roles = roles;
        this.jdbc = jdbc;
    }

    /** Everything, at the start: policies, search functions, then grants. */
    @As(Purpose.OWNER)
    public void compile(Declared declared) {
        jdbc.sql("select pg_advisory_xact_lock(7356785)").query().listOfRows();
        jdbc.sql("set local lock_timeout = '20s'").update();
        policies.apply();
        estimates.apply();
        schemas();
        searches();
        functions();
        apply(declared);
    }

    /** Grants only: what publishing a notice changes. Gives back what was granted and revoked. */
    @As(Purpose.OWNER)
    public List<String> apply(Declared declared) {
        jdbc.sql("set local lock_timeout = '3s'").update();
        var wanted = grants.wanted(declared);
        var live = live();
        var done = new ArrayList<String>();
        for (var grant : live) {
            if (!wanted.contains(grant)) {
                done.add(grant.revoke());
            }
        }
        for (var grant : wanted) {
            if (!live.contains(grant)) {
                done.add(grant.grant());
            }
        }
        joined(done).forEach(sql -> jdbc.sql(sql).update());
        return done;
    }

    /** Where the live grants and policies differ from what the notice says, in words. */
    @As(Purpose.OWNER)
    public List<String> drift(Declared declared) {
        var wanted = grants.wanted(declared);
        var live = live();
        var drift = new ArrayList<>(policies.drift());
        live.stream()
                .filter(g -> !wanted.contains(g))
                .forEach(g -> drift.add(g + " is granted, though the notice does not say so"));
        wanted.stream()
                .filter(g -> !live.contains(g))
                .forEach(g -> drift.add(g + " is not granted, though the notice says so"));
        return drift;
    }

    /** Hundreds of columns change at once on a first start: one statement for each role, table and privilege. */
    private static List<String> joined(List<String> statements) {
        var joined = new java.util.LinkedHashMap<String, List<String>>();
        for (var sql : statements) {
            int open = sql.indexOf('(');
            if (open < 0) {
                joined.put(sql, List.of());
            } else {
                int close = sql.indexOf(')');
                var frame = sql.substring(0, open) + "(%s)" + sql.substring(close + 1);
                joined.computeIfAbsent(frame, f -> new ArrayList<>()).add(sql.substring(open + 1, close));
            }
        }
        return joined.entrySet().stream()
                .map(e -> e.getValue().isEmpty() ? e.getKey() : e.getKey().formatted(String.join(", ", e.getValue())))
                .toList();
    }

    private void schemas() {
        var schemas = new TreeSet<String>();
        map.tables().forEach(t -> schemas.add(t.schema()));
        var everybody = String.join(", ", grants.roleNames());
        schemas.forEach(schema -> jdbc.sql("grant usage on schema %s to %s".formatted(schema, everybody))
                .update());
    }

    /** One search function for each purpose, since a policy would keep `like` from its index. */
    private void searches() {
        for (var template : map.searches()) {
            for (var purpose : Purpose.values()) {
                if (purpose.isOfStaff() || purpose == Purpose.RIGHTS) {
                    jdbc.sql(template.replace("{purpose}", purpose.code())
                                    .replace("{role}", roles.of(purpose))
                                    .replace("{visible}", Policy.visible(purpose)))
                            .update();
                }
            }
        }
    }

    private void functions() {
        map.functions().forEach((function, purposes) -> {
            jdbc.sql("revoke all on function %s from public".formatted(function))
                    .update();
            for (var purpose : purposes) {
                jdbc.sql("grant execute on function %s to %s".formatted(function, roles.of(Purpose.of(purpose))))
                        .update();
            }
        });
    }

    private Set<Grant> live() {
        return new TreeSet<>(jdbc.sql("""
                        select r.rolname as role, x.privilege_type as privilege, n.nspname || '.' || c.relname as table, a.attname as column
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attacl is not null
                         cross join lateral aclexplode(a.attacl) x
                          join pg_roles r on r.oid = x.grantee
                         where r.rolname = any(:roles)
                        union all
                        select r.rolname, x.privilege_type, n.nspname || '.' || c.relname, null
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                         cross join lateral aclexplode(c.relacl) x
                          join pg_roles r on r.oid = x.grantee
                         where c.relkind in ('r', 'p') and c.relacl is not null and r.rolname = any(:roles)""")
                .param("roles", grants.roleNames().toArray(String[]::new))
                .query(Grant.class)
                .list());
    }
}
