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

    void add(UUID id, ViewShelf.New view, AccountId owner, Instant at) {
        jdbc.sql("""
                        insert into register.saved_view (saved_view_id, account_id, entity, name, query, shared, created_at)
                        values (:id, :account, :entity, :name, :query, :shared, :at)""")
                .param("id", id)
                .param("account", owner.value())
                .param("entity", view.entity())
                .param("name", view.name())
                .param("query", view.query())
                .param("shared", view.shared())
                .param("at", Sql.at(at))
                .update();
    }

    List<SavedView> of(String entity, AccountId account) {
        return jdbc.sql("""
                        select v.saved_view_id, v.account_id, v.name, v.query, v.shared, d.saved_view_id is not null as standard
                          from register.saved_view v
                          left join register.default_view d
                            on d.saved_view_id = v.saved_view_id and d.account_id = :account and d.entity = v.entity
                         where v.entity = :entity and (v.shared or v.account_id = :account)
                         order by v.name collate "fi-x-icu", v.saved_view_id""")
                .param("entity", entity)
                .param("account", account.value())
                .query((rs, n) -> {
                    var row = new Result(rs);
                    return new SavedView(
                            row.id("saved_view_id"),
                            row.text("name"),
                            row.text("query"),
                            row.flag("shared"),
                            new AccountId(row.id("account_id")),
                            row.flag("standard"));
                })
                .list();
    }

    boolean change(UUID id, String name, boolean shared, AccountId account) {
        return jdbc.sql("""
                        update register.saved_view
                           set name = :name, shared = :shared
                         where saved_view_id = :id and account_id = :account""")
                        .param("name", name)
                        .param("shared", shared)
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    /** Nobody opens with a view any more that is shared no longer. */
    void forgetForOthers(UUID id, AccountId account) {
        jdbc.sql("delete from register.default_view where saved_view_id = :id and account_id <> :account")
                .param("id", id)
                .param("account", account.value())
                .update();
    }

    boolean remove(UUID id, AccountId account) {
        return jdbc.sql("delete from register.saved_view where saved_view_id = :id and account_id = :account")
                        .param("id", id)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    boolean open(String entity, UUID id, AccountId account) {
        return jdbc.sql("""
                        insert into register.default_view (account_id, entity, saved_view_id)
                        select :account, v.entity, v.saved_view_id
                          from register.saved_view v
                         where v.saved_view_id = :id and v.entity = :entity and (v.shared or v.account_id = :account)
                        on conflict (account_id, entity) do update set saved_view_id = excluded.saved_view_id""")
                        .param("account", account.value())
                        .param("entity", entity)
                        .param("id", id)
                        .update()
                > 0;
    }

    void openWithAll(String entity, AccountId account) {
        jdbc.sql("delete from register.default_view where account_id = :account and entity = :entity")
                .param("account", account.value())
                .param("entity", entity)
                .update();
    }
}
