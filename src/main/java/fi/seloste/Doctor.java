package fi.seloste;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Finding;
import fi.seloste.installation.FolderExamination;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with this installation, in sentences. It looks and does not change anything. */
record Doctor(Settings settings) {

    /** Prints the findings; the exit code is 1 where something keeps Seloste from working. */
    int examine(PrintStream out) {
        List<Finding> findings = findings();
        findings.forEach(f -> out.println(f.line()));
        long bad = findings.stream().filter(f -> f.kind() == Finding.Kind.WRONG).count();
        out.println();
        out.println(bad == 0 ? "Nothing keeps Seloste from working." : "Things to put right: " + bad + ".");
        return bad == 0 ? 0 : 1;
    }

    List<Finding> findings() {
        boolean runs = DataFolder.isHeld(settings.data());
        List<Finding> all = new ArrayList<>();
        all.add(Finding.fine("Seloste " + App.version() + " on Java " + Runtime.version() + "."));
        all.addAll(asked(() -> new FolderExamination(settings).findings()));
        all.addAll(asked(() -> new DatabaseExamination(settings, runs).findings()));
        all.addAll(asked(() -> List.of(port(runs))));
        all.addAll(asked(() -> List.of(address())));
        all.addAll(asked(() -> List.of(mail())));
        all.addAll(asked(() -> List.of(mailbox())));
        return all;
    }

    private static List<Finding> asked(Supplier<List<Finding>> examination) {
        try {
            return examination.get();
        } catch (Trouble e) {
            return List.of(Finding.wrong(String.valueOf(e.getMessage())));
        }
    }

    private Finding port(boolean runs) {
        int port = settings.port();
        if (port == 0 || Network.isFree("127.0.0.1", port)) {
            return Finding.fine("The web port " + (port == 0 ? "will be any free one." : port + " is free."));
        }
        return runs
                ? Finding.fine("The web port " + port + " is in use; this installation runs.")
                : Finding.wrong(String.valueOf(Collapse.portTaken(port).getMessage()));
    }

    private Finding address() {
        URI base = settings.baseUrl();
        if (base == null) {
            return Finding.note("No base address is set, so links in mail lead to this machine only. Set "
                    + Setting.BASE_URL.key() + " before others use it.");
        }
        boolean local = List.of("localhost", "127.0.0.1").contains(base.getHost());
        if (base.getScheme().equals("http") && !local) {
            return Finding.wrong("The base address " + base + " is not encrypted. Put a proxy with TLS in front, set "
                    + Setting.BASE_URL.key() + " to its https address and name it in "
                    + Setting.TRUSTED_PROXIES.key() + ".");
        }
        if (!local && settings.trustedProxies().isEmpty()) {
            return Finding.wrong("The base address is " + base + " but no proxy is declared, so Seloste listens to this"
                    + " machine only. Name the proxy's address in " + Setting.TRUSTED_PROXIES.key() + ".");
        }
        return Finding.fine("People reach it at " + base + ".");
    }

    private Finding mail() {
        String host = settings.text(Setting.MAIL_HOST);
        if (host == null) {
            return Finding.note("No mail server is set, so letters wait in the outbox. Set " + Setting.MAIL_HOST.key()
                    + ", " + Setting.MAIL_FROM.key() + " and, where it asks for them, user and password.");
        }
        return Network.answers(host, settings.mailPort())
                ? Finding.fine("The mail server " + host + ":" + settings.mailPort() + " answers.")
                : Finding.wrong("The mail server " + host + ":" + settings.mailPort()
                        + " does not answer. Look at the name and port, and whether a firewall is between.");
    }

    private Finding mailbox() {
        String host = settings.text(Setting.IMAP_HOST);
        if (host == null) {
            return Finding.note(
                    "No mailbox is set here, so requests by mail are not taken unless the console names one. Set "
                            + Setting.IMAP_HOST.key() + ", " + Setting.IMAP_USER.key() + " and "
                            + Setting.IMAP_PASSWORD.key() + ".");
        }
        return Network.answers(host, settings.imapPort())
                ? Finding.fine("The mailbox server " + host + ":" + settings.imapPort() + " answers.")
                : Finding.wrong("The mailbox server " + host + ":" + settings.imapPort()
                        + " does not answer. Look at the name and port, and whether a firewall is between.");
    }
}
