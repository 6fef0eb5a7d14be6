package fi.seloste.mailbox;

import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import fi.seloste.store.Sql;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the last look into each box went, to be shown to whoever keeps the house. */
@Component
class Looks {

    private final JdbcClient jdbc;
    private final Messages messages;

    Looks(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** When it was, how many messages were new, and the code of what went wrong. */
    public record Look(
            String box, Instant at, int taken, @Nullable String trouble) {}

    @As(Purpose.TECHNICAL)
    public void looked(Look look, Instant marksBefore) {
        messages.forgetMarks(marksBefore);
        jdbc.sql("""
                        insert into mailbox.look (box, at, taken, trouble)
                        values (:box, :at, :taken, :trouble)
                            on conflict (box) do update set at = excluded.at, taken = excluded.taken, trouble = excluded.trouble""")
                .param("box", look.box())
                .param("at", Sql.at(look.at()))
                .param("taken", look.taken())
                .param("trouble", look.trouble())
                .update();
    }

    @As(Purpose.TECHNICAL)
    public Optional<Look> last(String box) {
        return jdbc.sql("select box, at, taken, trouble from mailbox.look where box = :box")
                .param("box", box)
                .query(Look.class)
                .optional();
    }
}
