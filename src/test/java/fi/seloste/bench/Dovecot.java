package fi.seloste.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A real mail server with one mailbox, on this machine, where it is installed ({@code apt-get install dovecot-imapd}). */
public final class Dovecot implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");

    private final Path folder;
    private final Process process;
    private final int port;

    private Dovecot(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    public static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    public static Dovecot start(Path under) throws Exception {
        var folder = Files.createDirectories(under.resolve("dovecot")).toAbsolutePath();
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("dovecot.conf"), """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/log
                protocols = imap
                listen = 127.0.0.1
                ssl = no
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail
                first_valid_uid = 1
                passdb {
                  driver = static
                  args = password=secret
                }
                userdb {
                  driver = static
                  args = uid=mail gid=mail home=%1$s
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %2$d
                  }
                }
                """.formatted(folder, port));
        for (var part : new String[] {"mail/cur", "mail/new", "mail/tmp"}) {
            Files.createDirectories(folder.resolve(part));
        }
        run("chmod", "a+rx", under.toString(), folder.toString());
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        Thread.sleep(1_000);
        if (!process.isAlive()) {
            throw new IOException("Dovecot: " + Files.readString(folder.resolve("out")));
        }
        return new Dovecot(folder, process, port);
    }

    public int port() {
        return port;
    }

    /** Its one mailbox, for whatever delivers there. */
    public Path mailbox() {
        return folder.resolve("mail");
    }

    /** As a delivery agent puts them there; each of another sender, some with a file. */
    void deliver(int many) throws Exception {
        long now = System.currentTimeMillis() / 1000;
        var attached =
                "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY=\r\n".repeat(800);
        for (int i = 0; i < many; i++) {
            var text = "From: Sender %1$d <%2$s>\r\nTo: privacy@firm.example\r\nSubject: My data %1$d\r\n"
                            .formatted(i, sender(i))
                    + "Message-ID: <%d.bench@yritys.example>\r\nDate: Fri, 27 Nov 2026 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
                            .formatted(i)
                    + (i % 20 == 0
                            ? "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                            : "Content-Type: text/plain; charset=utf-8\r\n\r\n")
                    + "Please send me a copy of everything that you keep about me.\r\n".repeat(20)
                    + (i % 20 == 0
                            ? "--b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
                                    + "Content-Disposition: attachment; filename=\"id.bin\"\r\n\r\n" + attached
                                    + "--b--\r\n"
                            : "");
            var name = String.format(Locale.ROOT, "%d.M%dP1.bench", now, i);
            Files.writeString(folder.resolve("mail/new").resolve(name), text, StandardCharsets.UTF_8);
        }
        run("chown", "-R", "mail:mail", folder.resolve("mail").toString());
    }

    /** Every second is in the register. */
    static String sender(int i) {
        return i % 2 == 0 ? Crowd.email(1_000 + i / 2 % 8_000) : "somebody" + i + "@elsewhere.example";
    }

    public long inbox() throws IOException {
        return in("mail/new") + in("mail/cur");
    }

    public long processed() throws IOException {
        return in("mail/.Processed/new") + in("mail/.Processed/cur");
    }

    private long in(String part) throws IOException {
        var there = folder.resolve(part);
        if (!Files.isDirectory(there)) {
            return 0;
        }
        try (var files = Files.list(there)) {
            return files.count();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
