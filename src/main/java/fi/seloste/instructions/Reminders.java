package fi.seloste.instructions;

import fi.seloste.base.AccountId;
import fi.seloste.base.Ids;
import fi.seloste.store.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of who was reminded of what. */
@Component
class Reminders {

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False where the same reminder was sent before. */
    boolean add(Instruction one, AccountId account, boolean late, Instant now) {
        return jdbc.sql("""
                        insert into instructions.reminder (reminder_id, instruction_id, number, account_id, late, sent_at)
                        values (:id, :instruction, :number, :account, :late, :now)
                        on conflict (instruction_id, number, account_id, late) do nothing""")
                        .param("id", Ids.next())
                        .param("instruction", one.id())
                        .param("number", one.asking().number())
                        .param("account", account.value())
                        .param("late", late)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }
}
