package fi.seloste.mailbox;

import fi.seloste.base.Trace;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.MailEncryption;
import fi.seloste.store.Recurring;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fetches what lies in the mailbox, a handful at a time: first kept here, then put away at the server. Whatever ends it in between, the
 * next round goes on, and the marks tell what is here already.
 */
@Component
class Collecting implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);
    private static final int TOGETHER = 50;
    private static final Duration MARKS_LIVE = Duration.ofDays(800);

    private final TakingIn taking;
    private final Sorting sorting;
    private final Looks looks;
    private final LiveSettings settings;
    private final Clock clock;
    private final Duration patience;

    Collecting(
            TakingIn taking,
            Sorting sorting,
            Looks looks,
            LiveSettings settings,
            Clock clock,
            @Value("${seloste.mailbox.patience:20s}") Duration patience) {
        this.taking = taking;
        this.sorting = sorting;
        this.looks = looks;
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "fetch-mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        var now = settings.now();
        if (now.text(Setting.IMAP_HOST) != null) {
            look(Mailbox.PRIVACY, ImapBox.Access.privacy(now), now);
        }
        if (now.text(Setting.BOUNCE_HOST) != null) {
            look(Mailbox.RETURNS, ImapBox.Access.returns(now), now);
        }
    }

    private void look(String name, ImapBox.Access access, Settings now) {
        var round = new Round(name);
        try (var box = ImapBox.open(access, now, patience)) {
            round.go(box);
        } catch (AuthenticationFailedException e) {
            round.trouble = "sign-in";
        } catch (Trouble e) {
            round.trouble = "authority";
            LOG.warn("The mailbox was not asked: {}", e.getMessage());
        } catch (MessagingException | IOException | UncheckedIOException e) {
            var doubt = MailEncryption.doubt(e);
            round.trouble = doubt == null ? "connection" : doubt.name().toLowerCase(Locale.ROOT);
            LOG.warn(
                    "The mailbox could not be read to its end: {}", e.getClass().getSimpleName());
        }
        looks.looked(
                new Looks.Look(name, clock.instant(), round.taken, round.trouble),
                clock.instant().minus(MARKS_LIVE));
    }

    /** One look through the folder, from its first message to its last. */
    private final class Round {

        private final String name;
        private int taken;
        private @Nullable String trouble;

        Round(String name) {
            this.name = name;
        }

        void go(ImapBox box) throws MessagingException, IOException {
            var messages = box.messages();
            for (int from = 0; from < messages.size(); from += TOGETHER) {
                var batch = messages.subList(from, Math.min(from + TOGETHER, messages.size()));
                box.putAway(kept(box, batch));
            }
        }

        /** Those of them that are here now. */
        private List<IMAPMessage> kept(ImapBox box, List<IMAPMessage> batch) throws MessagingException, IOException {
            box.prepare(batch);
            var places = new LinkedHashMap<IMAPMessage, TakingIn.Place>();
            for (var message : batch) {
                if (ImapBox.isThere(message)) {
                    places.put(message, box.place(message));
                }
            }
            var before = taking.taken(List.copyOf(places.values()));
            var kept = new ArrayList<IMAPMessage>();
            var fresh = new ArrayList<IMAPMessage>();
            places.forEach((message, place) -> (before.contains(place) ? kept : fresh).add(message));
            var together = keptTogether(box, fresh, places);
            kept.addAll(together);
            for (var message : fresh) {
                if (!together.contains(message) && keep(box, message, known(places.get(message)))) {
                    kept.add(message);
                }
            }
            return kept;
        }

        /** Small ones in one fetch and one commit; where one of them cannot be kept, each is tried by itself. */
        private Set<IMAPMessage> keptTogether(
                ImapBox box, List<IMAPMessage> fresh, Map<IMAPMessage, TakingIn.Place> places)
                throws MessagingException {
            var raw = box.fetch(fresh);
            try {
                var fetched = new ArrayList<TakingIn.Fetched>();
                for (var one : raw.entrySet()) {
                    if (sorting.isDone(name, one.getValue())) {
                        taken++;
                        continue;
                    }
                    var arrivedAt = Objects.requireNonNullElse(box.arrivedAt(one.getKey()), clock.instant());
                    fetched.add(new TakingIn.Fetched(one.getValue(), arrivedAt, known(places.get(one.getKey()))));
                }
                taken += taking.take(Mailbox.PRIVACY, fetched);
                return raw.keySet();
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                return Set.of();
            } finally {
                raw.values().forEach(RawMessage::close);
            }
        }

        private static TakingIn.Place known(TakingIn.@Nullable Place place) {
            return Objects.requireNonNull(place);
        }

        /** Whether it is here now. One that cannot be kept stays where it is, and does not hold up the others. */
        private boolean keep(ImapBox box, IMAPMessage message, TakingIn.Place place)
                throws MessagingException, IOException {
            try (var raw = box.fetch(message)) {
                if (sorting.isDone(name, raw)) {
                    taken++;
                    return true;
                }
                var arrivedAt = Objects.requireNonNullElse(box.arrivedAt(message), clock.instant());
                taken += taking.take(Mailbox.PRIVACY, raw, arrivedAt, place).isPresent() ? 1 : 0;
                return true;
            } catch (UncheckedIOException e) {
                throw e;
            } catch (RuntimeException e) {
                trouble = "message";
                LOG.error("A message could not be kept and stays in the mailbox: {}", Trace.of(e)); // not its words
                return false;
            }
        }
    }
}
