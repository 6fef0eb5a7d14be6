package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.senders.Return;
import fi.seloste.store.Sql;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of messages that came back. Runs in the subject's purpose: who hears of a bounce reads nobody. */
@Component
class Returns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Returns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whose message it was, to which address, and how often that has come back softly of late. */
    record Returned(PersonId person, UUID campaign, String address, int soft) {}

    /** Empty where it was known already, or the record of the message is gone. */
    Optional<Returned> bounced(Return what) {
        return comeBack(what.message(), "bounced", what.kind().code());
    }

    Optional<Returned> complained(Return what) {
        return comeBack(what.message(), "complained", null);
    }

    private Optional<Returned> comeBack(UUID message, String became, @Nullable String why) {
        return jdbc.sql(
                        "select person_id, campaign_id, address, soft from marketing.come_back(:message, :became, :why, :now)")
                .param("message", message)
                .param("became", became)
                .param("why", why)
                .param("now", Sql.at(clock.instant()))
                .query((row, n) -> new Returned(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("address"),
                        row.getInt("soft")))
                .optional();
    }

    /** Whose it was; the message itself did arrive. */
    Optional<Returned> find(Return what) {
        return jdbc.sql("select person_id, campaign_id, address from marketing.reader_of(:message)")
                .param("message", what.message())
                .query((row, n) -> new Returned(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("address"),
                        0))
                .optional();
    }
}
