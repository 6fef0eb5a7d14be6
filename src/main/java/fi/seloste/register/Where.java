package fi.seloste.register;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions of a list, collected with their parameters. Only our own text goes in; what people typed is bound. */
final class Where {

    private final StringBuilder sql;
    private final Map<String, @Nullable Object> parameters = new LinkedHashMap<>();

    Where(String first) {
        this.sql = new StringBuilder(first);
    }

    Where and(String condition) {
        sql.append("\n   and ").append(condition);
        return this;
    }

    Where with(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    JdbcClient.StatementSpec applied(JdbcClient.StatementSpec statement) {
        return statement.params(parameters);
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
