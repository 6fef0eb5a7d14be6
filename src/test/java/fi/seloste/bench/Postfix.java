package fi.seloste.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real Postfix on this machine with a configuration, a queue and mailboxes of its own. Whom it does not know it takes all the same and writes a bounce
 * for, as servers do that only pass mail on; to the outside it sends nothing.
 */
public final class Postfix implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");

    private final Path folder;
    private final int port;
    private final Process process;

    private Postfix(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static boolean isHere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Mailboxes by address, each a folder in which messages are laid as files. */
    public static Postfix start(Path under, Map<String, Path> mailboxes) throws Exception {
        return start(under, mailboxes, "error:5.1.2 nothing leaves this test");
    }

    /** One that takes mail to anybody into its queue, as any would, and then throws it away. */
    static Postfix thatKeepsNothing(Path under) throws Exception {
        return start(under, Map.of(), "discard:");
    }

    private static Postfix start(Path under, Map<String, Path> mailboxes, String others) throws Exception {
        var folder = Files.createDirectories(under.resolve("postfix")).toAbsolutePath();
        for (var part : new String[] {"conf", "queue", "data"}) {
            Files.createDirectories(folder.resolve(part));
        }
        run("chown", "postfix", folder.resolve("data").toString());
        run("chmod", "a+rx", under.toString(), folder.toString());
        int port = freePort();
        var domains = mailboxes.keySet().stream()
                .map(address -> address.substring(address.indexOf('@') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
        Files.writeString(
                folder.resolve("conf/mailboxes"),
                mailboxes.entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + under.toAbsolutePath()
                                        .relativize(one.getValue().toAbsolutePath()) + "/\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                folder.resolve("conf/main.cf"), """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/log
                maillog_file_prefixes = %1$s
                myhostname = mx.firm.example
                mydestination =
                alias_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                default_transport = %4$s
                virtual_mailbox_domains = %2$s
                virtual_mailbox_base = %3$s
                virtual_mailbox_maps = texthash:%1$s/conf/mailboxes
                virtual_minimum_uid = 1
                virtual_uid_maps = static:8
                virtual_gid_maps = static:8
                recipient_delimiter = +
                smtpd_reject_unlisted_recipient = no
                smtpd_recipient_restrictions = permit_mynetworks, reject
                local_recipient_maps =
                notify_classes =
                """.formatted(folder, domains, under.toAbsolutePath(), others));
        Files.writeString(folder.resolve("conf/master.cf"), """
                127.0.0.1:%d inet n - n - - smtpd
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                error unix - - n - - error
                discard unix - - n - - discard
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                proxymap unix - - n - - proxymap
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port));
        var process = new ProcessBuilder(
                        PROGRAM.toString(), "-c", folder.resolve("conf").toString(), "start-fg")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        var started = new Postfix(folder, port, process);
        started.await();
        return started;
    }

    private void await() throws Exception {
        for (int i = 0; i < 100; i++) {
            if (!process.isAlive()) {
                throw new IOException("Postfix: " + told());
            }
            try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (line.getInputStream().read() == '2') {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("Postfix does not listen: " + told());
    }

    public int port() {
        return port;
    }

    /** What it wrote into its log. */
    public String told() throws IOException {
        var log = folder.resolve("log");
        return Files.readString(folder.resolve("out")) + (Files.exists(log) ? Files.readString(log) : "");
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    public static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command));
        }
    }

    @Override
    public void close() throws InterruptedException {
        // Its master is a child of the program that was started, and would outlive it.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
