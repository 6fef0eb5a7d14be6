package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of saved views. */
@Component
class SavedViews {

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SavedView view, Instant at) {
        jdbc.sql("""
                        insert into register.saved_view (saved_view_id, account_id, entity, name, query, shared, created_at)
                        values (:id, :account, :entity, :name, :query, :shared, :at)""")
                .param("id", view.id())
                .param("account", view.owner().value())
                .param("entity", view.entity())
                .param("name", view.name())
                .param("query", view.query())
                .param("shared", view.shared())
                .param("at", Sql.at(at))
                .update();
    }

    List<SavedView> of(String entity, AccountId account) {
        return jdbc.sql("""
                        select v.saved_view_id, v.account_id, v.entity, v.name, v.query, v.shared
                          from register.saved_view v
                         where v.entity = :entity and (v.shared or v.account_id = :account)
                         order by v.name""")
                .param("entity", entity)
                .param("account", account.value())
                .query((rs, n) -> {
                    var row = new Result(rs);
                    return new SavedView(
                            row.id("saved_view_id"),
                            row.text("entity"),
                            row.text("name"),
                            row.text("query"),
                            row.flag("shared"),
                            new AccountId(row.id("account_id")));
                })
                .list();
    }

    boolean remove(UUID id, AccountId account) {
        return jdbc.sql("delete from register.saved_view where saved_view_id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }
}
