package fi.seloste.senders;

import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.time.Instant;
import java.util.List;

/** One pool: its servers and how they are, and which domains wait. */
public record PoolPage(Pool pool, Instant now, Errors errors) implements View {

    public String url() {
        return "/senders/pools/" + pool.id();
    }

    public boolean rests(Pool.Server server) {
        return server.rests(now);
    }

    public List<Pool.Pause> waiting() {
        return pool.pauses().stream().filter(one -> one.until().isAfter(now)).toList();
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
