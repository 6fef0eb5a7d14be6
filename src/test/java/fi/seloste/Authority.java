package fi.seloste;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of one's own, as many companies have one, that signs certificates for mail servers. */
public final class Authority {

    private static final String SECRET = "changeit";

    private final Path folder;
    private int made;

    private Authority(Path folder) {
        this.folder = folder;
    }

    public static Authority in(Path folder) throws IOException, InterruptedException {
        var authority = new Authority(folder);
        authority.keytool(
                "ca.p12", "-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Firm CA", "-ext", "bc:c");
        authority.keytool(
                "ca.p12",
                "-exportcert",
                "-alias",
                "ca",
                "-rfc",
                "-file",
                authority.certificate().toString());
        return authority;
    }

    /** What the operator names. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** The TLS of a server whose certificate is for these names, as `dns:mail.firm.example`. */
    public SSLContext serverOf(String names) throws IOException, InterruptedException, GeneralSecurityException {
        var store = "server" + ++made + ".p12";
        var request = folder.resolve(store + ".csr").toString();
        var signed = folder.resolve(store + ".pem").toString();
        keytool(store, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=server");
        keytool(store, "-certreq", "-alias", "server", "-file", request);
        keytool(
                "ca.p12",
                "-gencert",
                "-alias",
                "ca",
                "-infile",
                request,
                "-outfile",
                signed,
                "-rfc",
                "-ext",
                "san=" + names);
        keytool(
                store,
                "-importcert",
                "-noprompt",
                "-alias",
                "ca",
                "-file",
                certificate().toString());
        keytool(store, "-importcert", "-noprompt", "-alias", "server", "-file", signed);
        var keys = KeyStore.getInstance(folder.resolve(store).toFile(), SECRET.toCharArray());
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String store, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", folder.resolve(store).toString(), "-storepass", SECRET));
        var said = folder.resolve("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + Files.readString(said));
        }
    }
}
