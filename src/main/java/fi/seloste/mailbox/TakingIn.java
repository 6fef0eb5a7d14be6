package fi.seloste.mailbox;

import fi.seloste.base.EmailAddress;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.installation.Keys;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.Blobs;
import fi.seloste.store.Jobs;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps a message, once. The marks, the message, its files and the job that tells of it commit together; only after that is anything
 * done at the mail server. Killed before, it is taken again; killed after, it is known.
 */
@Component
class TakingIn {

    private final Messages messages;
    private final Blobs blobs;
    private final TypedByContent typed;
    private final Jobs jobs;
    private final Keys keys;
    private final LiveSettings settings;
    private final Purposes purposes;
    private final Clock clock;

    TakingIn(
            Messages messages,
            Blobs blobs,
            TypedByContent typed,
            Jobs jobs,
            Keys keys,
            LiveSettings settings,
            Purposes purposes,
            Clock clock) {
        this.messages = messages;
        this.blobs = blobs;
        this.typed = typed;
        this.jobs = jobs;
        this.keys = keys;
        this.settings = settings;
        this.purposes = purposes;
        this.clock = clock;
    }

    /**
     * Where a message lies at the server: a box of it, that box's UIDVALIDITY, and the UID in it. Size and moment are there for a
     * mailbox that was made anew and counts from one again, whatever the standard says.
     */
    record Place(String box, long validity, long uid, String looks) {}

    /** A message that was fetched, when the server got it, and where it lies. */
    record Fetched(RawMessage raw, Instant arrivedAt, Place place) {}

    /** Which of these were taken before. */
    Set<Place> taken(List<Place> places) {
        var marked = purposes.apart(
                Purpose.TECHNICAL,
                () -> messages.marked(places.stream().map(this::print).toList()));
        var known = marked.stream().map(ByteBuffer::wrap).collect(Collectors.toSet());
        return places.stream()
                .filter(place -> known.contains(ByteBuffer.wrap(print(place))))
                .collect(Collectors.toSet());
    }

    /** Several together: all of them are kept when this returns, or none. Gives back how many were new. */
    int take(String box, List<Fetched> fetched) {
        var reading = new Reading(own(settings.now()));
        return purposes.apart(Purpose.TECHNICAL, () -> {
            var fresh = new AtomicInteger();
            for (var one : fetched) {
                reading.read(one.raw(), past(one.arrivedAt()), read -> {
                    if (keep(box, read, one.raw(), one.place()) != null) {
                        fresh.incrementAndGet();
                    }
                });
            }
            return fresh.get();
        });
    }

    private Instant past(Instant arrivedAt) {
        return arrivedAt.isAfter(clock.instant()) ? clock.instant() : arrivedAt;
    }

    /** Empty where it was taken before, by whichever way. */
    Optional<UUID> take(String box, RawMessage raw, Instant arrivedAt, @Nullable Place place) {
        var kept = new AtomicReference<@Nullable UUID>();
        new Reading(own(settings.now()))
                .read(
                        raw,
                        past(arrivedAt),
                        read -> kept.set(purposes.apart(Purpose.TECHNICAL, () -> keep(box, read, raw, place))));
        return Optional.ofNullable(kept.get());
    }

    private @Nullable UUID keep(String box, ReadMessage read, RawMessage raw, @Nullable Place place) {
        var now = clock.instant();
        if (place != null && !messages.mark(print(place), now)) {
            return null;
        }
        if (!messages.mark(print(box, read, raw), now)) {
            return null;
        }
        var id = Ids.next();
        messages.add(id, box, read, now);
        read.enclosed().forEach(one -> keep(id, one));
        if (read.hasMoreDoubts()) {
            messages.doubt(id, read.found());
        }
        jobs.later(Telling.JOB, id.toString());
        return id;
    }

    private void keep(UUID message, ReadMessage.Enclosed one) {
        var counted = new Counted(one.content().open());
        var file = typed.of(counted, one.name());
        var label = new Blobs.Label(TypedByContent.plainName(file.mediaType()), file.mediaType(), null);
        var blob = blobs.keep(label, file.content());
        messages.attach(message, blob, one.name(), new Messages.Kind(file.mediaType(), counted.bytes));
    }

    /** Whoever writes under these is us. */
    private static Set<String> own(Settings settings) {
        var own = new HashSet<String>();
        for (var setting : List.of(Setting.MAIL_FROM, Setting.IMAP_ADDRESS, Setting.IMAP_USER)) {
            var text = settings.text(setting);
            if (text != null) {
                canonical(text).ifPresent(own::add);
            }
        }
        return own;
    }

    private static Optional<String> canonical(String address) {
        try {
            return Optional.of(EmailAddress.parse(address).canonical());
        } catch (Problem.Invalid e) {
            return Optional.empty(); // a user name need not be an address
        }
    }

    private byte[] print(Place place) {
        return keys.mac(
                Keys.DATABASE,
                bytes("mailbox-place"),
                bytes(place.box()),
                bytes(String.valueOf(place.validity())),
                bytes(String.valueOf(place.uid())),
                bytes(place.looks()));
    }

    /**
     * The same Message-ID with the same words is the same message, whichever way it came. With other words it is another: whoever knows an
     * id of somebody else's must not be able to keep their message out.
     */
    private byte[] print(String box, ReadMessage read, RawMessage raw) {
        var essence = String.join("\u0000", read.essence());
        boolean dated = read.trail().headerId() != null || read.trail().writtenAt() != null;
        return keys.mac(
                Keys.DATABASE,
                bytes("mailbox-message"),
                bytes(box),
                bytes(essence),
                bytes(dated ? "" : read.trail().arrivedAt().toString()),
                raw.bodyDigest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }
}
