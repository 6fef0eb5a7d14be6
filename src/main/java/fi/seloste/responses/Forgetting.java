package fi.seloste.responses;

import fi.seloste.consents.Consent;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was kept by name because of a consent goes when the consent is taken back, in the transaction that takes it, whichever purpose runs it. */
@Component
class Forgetting {

    private final Ground ground;
    private final JdbcClient jdbc;

    Forgetting(Ground ground, JdbcClient jdbc) {
        this.ground = ground;
        this.jdbc = jdbc;
    }

    @EventListener
    void withdrawn(Consent.Withdrawn event) {
        var now = ground.now();
        if (now.restsOnConsent()) {
            forget(event.consents(), now.purpose());
        }
    }

    private void forget(List<UUID> consents, String purpose) {
        jdbc.sql("select responses.forget(:consents::uuid[], :purpose)")
                .param("consents", consents.toArray(UUID[]::new))
                .param("purpose", purpose)
                .query()
                .listOfRows();
    }
}
