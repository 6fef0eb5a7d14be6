package fi.seloste.senders;

import fi.seloste.store.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of how providers tell what came back. */
@Component
class HookRecords {

    private final JdbcClient jdbc;

    HookRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Hook> find(UUID sender) {
        return jdbc.sql("select provider, topic, heard_at from senders.hook where sender_id = :sender")
                .param("sender", sender)
                .query((row, n) -> {
                    var heardAt = row.getObject("heard_at", OffsetDateTime.class);
                    return new Hook(
                            Objects.requireNonNull(Provider.of(row.getString("provider"))),
                            row.getString("topic"),
                            heardAt == null ? null : heardAt.toInstant());
                })
                .optional();
    }

    byte[] sealed(UUID sender) {
        return jdbc.sql("select sealed_secret from senders.hook where sender_id = :sender")
                .param("sender", sender)
                .query(byte[].class)
                .single();
    }

    void add(UUID sender, Provider provider, @Nullable String topic, byte[] sealed) {
        jdbc.sql("""
                        insert into senders.hook (sender_id, provider, topic, sealed_secret)
                        values (:sender, :provider, :topic, :sealed)""")
                .param("sender", sender)
                .param("provider", provider.code())
                .param("topic", topic)
                .param("sealed", sealed)
                .update();
    }

    void remove(UUID sender) {
        jdbc.sql("delete from senders.hook where sender_id = :sender")
                .param("sender", sender)
                .update();
    }

    void heard(UUID sender, Instant at) {
        jdbc.sql("update senders.hook set heard_at = :at where sender_id = :sender")
                .param("sender", sender)
                .param("at", Sql.at(at))
                .update();
    }
}
