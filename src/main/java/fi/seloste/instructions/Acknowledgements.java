package fi.seloste.instructions;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of who acknowledged what. */
@Component
class Acknowledgements {

    private final JdbcClient jdbc;

    Acknowledgements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the same person acknowledged the same text before. */
    boolean add(UUID edition, AccountId account, Instant now) {
        return jdbc.sql("""
                        insert into instructions.acknowledgement (acknowledgement_id, edition_id, account_id, acknowledged_at)
                        values (:id, :edition, :account, :now)
                        on conflict (edition_id, account_id) do nothing""")
                        .param("id", Ids.next())
                        .param("edition", edition)
                        .param("account", account.value())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Who acknowledged this edition or a later one, and when first. */
    Map<AccountId, Instant> since(UUID instruction, int number) {
        var read = new HashMap<AccountId, Instant>();
        jdbc.sql("""
                        select a.account_id, min(a.acknowledged_at) as at
                          from instructions.acknowledgement a
                          join instructions.edition e on e.edition_id = a.edition_id
                         where e.instruction_id = :instruction and e.number >= :number
                         group by a.account_id""").param("instruction", instruction).param("number", number).query(row -> {
            read.put(
                    new AccountId(row.getObject("account_id", UUID.class)),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        });
        return read;
    }

    /** The newest edition of each instruction that one person acknowledged. */
    Map<UUID, Integer> newestOf(AccountId account) {
        var newest = new HashMap<UUID, Integer>();
        jdbc.sql("""
                        select e.instruction_id, max(e.number) as number
                          from instructions.acknowledgement a
                          join instructions.edition e on e.edition_id = a.edition_id
                         where a.account_id = :account
                         group by e.instruction_id""").param("account", account.value()).query(row -> {
            newest.put(row.getObject("instruction_id", UUID.class), row.getInt("number"));
        });
        return newest;
    }

    /** Everything that one person acknowledged, the newest first. */
    List<Instructions.Acknowledged> of(AccountId account) {
        return jdbc.sql("""
                        select e.instruction_id, e.number, e.title, a.acknowledged_at
                          from instructions.acknowledgement a
                          join instructions.edition e on e.edition_id = a.edition_id
                         where a.account_id = :account
                         order by a.acknowledged_at desc, a.acknowledgement_id desc""")
                .param("account", account.value())
                .query((row, n) -> new Instructions.Acknowledged(
                        row.getObject("instruction_id", UUID.class),
                        row.getInt("number"),
                        row.getString("title"),
                        row.getObject("acknowledged_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
