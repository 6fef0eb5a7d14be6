package fi.seloste.marketing;

import java.util.List;

/**
 * How far a campaign has come, by kept numbers. {@code uncertain} were being handed over when the line broke or the server stopped: they may have
 * arrived twice. {@code excluded} got no message from the start, {@code skipped} were taken out of the queue.
 */
public record Report(
        Numbers numbers,
        List<Excluded> excluded,
        List<Excluded> skipped,
        List<Excluded> failed,
        List<Excluded> bounced) {

    /** {@code sent} is what left; of that {@code bounced} came back and {@code complained} was called spam. */
    public record Numbers(
            int waiting,
            int sent,
            int bounced,
            int complained,
            int skipped,
            int failed,
            int uncertain,
            int unsubscribed) {

        public int queued() {
            return waiting + sent + skipped + failed;
        }
    }
}
