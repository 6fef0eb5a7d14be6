package fi.seloste.mailbox;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.store.MailEncryption;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.jspecify.annotations.Nullable;

/** An open mailbox at its server. Plain text goes to this machine only; to any other the connection is encrypted or there is none. */
final class ImapBox implements AutoCloseable {

    /** Of a fuller mailbox the rest waits for the next round. */
    private static final int MOST = 20_000;
    /** Of fifty such the answer is held in memory. */
    private static final int SMALL = 256 * 1024;

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final IMAPFolder processed;
    private final String name;

    private ImapBox(IMAPStore store, IMAPFolder folder, IMAPFolder processed, String name) {
        this.store = store;
        this.folder = folder;
        this.processed = processed;
        this.name = name;
    }

    /** How a mailbox is got into, and in which folders of it is read and laid. */
    record Access(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String folder,
            @Nullable String processed) {

        static Access privacy(Settings settings) {
            return new Access(
                    Objects.requireNonNull(settings.text(Setting.IMAP_HOST)),
                    settings.imapPort(),
                    settings.text(Setting.IMAP_USER),
                    settings.text(Setting.IMAP_PASSWORD),
                    settings.text(Setting.IMAP_FOLDER),
                    settings.text(Setting.IMAP_PROCESSED));
        }

        static Access returns(Settings settings) {
            return new Access(
                    Objects.requireNonNull(settings.text(Setting.BOUNCE_HOST)),
                    settings.bouncePort(),
                    settings.text(Setting.BOUNCE_USER),
                    settings.text(Setting.BOUNCE_PASSWORD),
                    settings.text(Setting.BOUNCE_FOLDER),
                    settings.text(Setting.BOUNCE_PROCESSED));
        }
    }

    static ImapBox open(Settings settings, Duration patience) throws MessagingException {
        return open(Access.privacy(settings), settings, patience);
    }

    static ImapBox open(Access access, Settings settings, Duration patience) throws MessagingException {
        var host = access.host();
        int port = access.port();
        var protocol = port == 993 ? "imaps" : "imap";
        var store = (IMAPStore) Session.getInstance(properties(protocol, host, settings, patience))
                .getStore(protocol);
        store.connect(host, port, access.user(), access.password());
        try {
            var folder = folder(store, access.folder(), "INBOX");
            folder.open(Folder.READ_WRITE);
            var processed = folder(store, access.processed(), "Processed");
            if (!processed.exists()) {
                processed.create(Folder.HOLDS_MESSAGES);
            }
            var name = access.user() + "@" + host + "/" + folder.getFullName();
            return new ImapBox(store, folder, processed, name);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    private static IMAPFolder folder(Store store, @Nullable String named, String usual) throws MessagingException {
        return (IMAPFolder) store.getFolder(named == null ? usual : named);
    }

    /** What lies there now, as stubs: of each only its place is known. What comes meanwhile is taken next time. */
    List<IMAPMessage> messages() throws MessagingException {
        int count = Math.min(folder.getMessageCount(), MOST);
        return count == 0
                ? List.of()
                : Arrays.stream(folder.getMessages(1, count))
                        .map(IMAPMessage.class::cast)
                        .toList();
    }

    /** Asks for several at once what is needed to tell each from others. */
    void prepare(List<IMAPMessage> messages) throws MessagingException {
        var what = new FetchProfile();
        what.add(UIDFolder.FetchProfileItem.UID);
        what.add(IMAPFolder.FetchProfileItem.SIZE);
        what.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        what.add(FetchProfile.Item.FLAGS);
        folder.fetch(messages.toArray(Message[]::new), what);
    }

    /** Somebody else may be tidying there. */
    static boolean isThere(IMAPMessage message) throws MessagingException {
        return !message.isExpunged() && !message.isSet(Flags.Flag.DELETED);
    }

    TakingIn.Place place(IMAPMessage message) throws MessagingException {
        var arrivedAt = message.getReceivedDate();
        return new TakingIn.Place(
                name,
                folder.getUIDValidity(),
                folder.getUID(message),
                message.getSize() + "/" + (arrivedAt == null ? "" : arrivedAt.getTime()));
    }

    /** When the server got it; that is the day from which the law counts, whatever the message says of itself. */
    @Nullable
    Instant arrivedAt(IMAPMessage message) throws MessagingException {
        var at = message.getReceivedDate();
        return at == null ? null : at.toInstant();
    }

    /** Small ones come many in one answer; of what the server leaves out of it nothing is said here. */
    Map<IMAPMessage, RawMessage> fetch(List<IMAPMessage> messages) throws MessagingException {
        var byUid = new HashMap<Long, IMAPMessage>();
        for (var message : messages) {
            if (message.getSize() >= 0 && message.getSize() <= SMALL) {
                byUid.put(folder.getUID(message), message);
            }
        }
        var fetched = new LinkedHashMap<IMAPMessage, RawMessage>();
        if (!byUid.isEmpty()) {
            var uids =
                    byUid.keySet().stream().sorted().mapToLong(Long::longValue).toArray();
            bodies(UIDSet.toString(UIDSet.createUIDSets(uids))).forEach((uid, body) -> {
                var message = byUid.get(uid);
                if (message != null) {
                    fetched.put(message, RawMessage.of(body, 0));
                }
            });
        }
        return fetched;
    }

    private Map<Long, InputStream> bodies(String uids) throws MessagingException {
        var bodies = new LinkedHashMap<Long, InputStream>();
        folder.doCommand(protocol -> {
            var responses = protocol.command("UID FETCH " + uids + " (UID BODY.PEEK[])", null);
            for (var response : responses) {
                if (response instanceof FetchResponse fetched) {
                    var uid = fetched.getItem(UID.class);
                    var body = fetched.getItem(BODY.class);
                    if (uid != null && body != null && body.getByteArrayInputStream() != null) {
                        bodies.put(uid.uid, body.getByteArrayInputStream());
                    }
                }
            }
            protocol.notifyResponseHandlers(responses);
            protocol.handleResult(responses[responses.length - 1]);
            return null;
        });
        return bodies;
    }

    RawMessage fetch(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return RawMessage.of(in, message.getSize());
        }
    }

    /**
     * Out of the way, when all of them are kept here. Where the server can neither move nor remove
     * single messages, they stay marked as deleted for whoever tidies there: removing all that are marked might remove somebody else's.
     */
    void putAway(List<IMAPMessage> taken) throws MessagingException {
        if (taken.isEmpty()) {
            return;
        }
        var messages = taken.toArray(Message[]::new);
        folder.setFlags(messages, new Flags(Flags.Flag.SEEN), true);
        if (store.hasCapability("MOVE")) {
            folder.moveMessages(messages, processed);
            return;
        }
        folder.copyMessages(messages, processed);
        folder.setFlags(messages, new Flags(Flags.Flag.DELETED), true);
        if (store.hasCapability("UIDPLUS")) {
            folder.expunge(messages);
        }
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }

    private static Properties properties(String protocol, String host, Settings settings, Duration patience) {
        var properties = MailEncryption.of(protocol, host, settings);
        var wait = String.valueOf(patience.toMillis());
        var mail = "mail." + protocol + ".";
        properties.setProperty(mail + "connectiontimeout", wait);
        properties.setProperty(mail + "timeout", wait);
        properties.setProperty(mail + "writetimeout", wait);
        properties.setProperty(mail + "peek", "true");
        properties.setProperty(mail + "fetchsize", String.valueOf(256 * 1024));
        properties.setProperty(mail + "partialfetch", "true");
        return properties;
    }
}
