package fi.seloste.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the logins and the purposes' roles, as often as asked. A login is a member of its own purposes and inherits nothing. */
final class RoleMaker {

    private final Connection connection;
    private final String prefix;
    private final Address address;

    RoleMaker(Connection connection, String prefix, Address address) {
        this.connection = connection;
        this.prefix = prefix;
        this.address = address;
    }

    void make() throws SQLException {
        var kept = existing();
        for (var purpose : Purpose.values()) {
            if (purpose != Purpose.OWNER && !kept.contains(role(purpose))) {
                run("create role %s nologin noinherit".formatted(role(purpose)));
            }
        }
        for (var login : Login.values()) {
            if (login != Login.OWNER) {
                make(login, kept);
            }
        }
        run("revoke all on schema public from public");
    }

    private void make(Login login, List<String> kept) throws SQLException {
        var name = prefix + "_login_" + login.code();
        var verb = kept.contains(name) ? "alter" : "create";
        run("%s role %s login noinherit password '%s'".formatted(verb, name, address.passwordOf(name)));
        run("grant connect on database %s to %s".formatted(quoted(connection.getCatalog()), name));
        for (var purpose : Purpose.values()) {
            if (purpose.login() == login && !isMember(name, role(purpose))) {
                run("grant %s to %s".formatted(role(purpose), name));
            }
        }
    }

    private boolean isMember(String login, String role) throws SQLException {
        try (var query = connection.prepareStatement("""
                select 1
                  from pg_auth_members m
                  join pg_roles r on r.oid = m.roleid
                  join pg_roles l on l.oid = m.member
                 where r.rolname = ? and l.rolname = ?""")) {
            query.setString(1, role);
            query.setString(2, login);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private List<String> existing() throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement("select rolname from pg_roles where rolname like ?")) {
            query.setString(1, prefix + "\\_%");
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private String role(Purpose purpose) {
        return prefix + "_" + purpose.code();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
