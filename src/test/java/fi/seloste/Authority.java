package fi.seloste;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of one's own, as many companies have one, that signs certificates for mail servers. */
public final class Authority {

    private static final String SECRET = "changeit";

    private final Path folder;
    private final Map<String, SSLContext> servers = new HashMap<>();

    private Authority(Path folder) {
        this.folder = folder;
    }

    public static Authority in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var authority = new Authority(folder);
        authority.keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=Firm CA", "-ext", "bc:c");
        var certificate = authority.keys().getCertificate("ca").getEncoded();
        Files.writeString(
                authority.certificate(),
                "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                        .formatted(Base64.getMimeEncoder().encodeToString(certificate)));
        return authority;
    }

    /** What the operator names. */
    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** The TLS of a server whose certificate is for these names, as `dns:mail.firm.example`. */
    public SSLContext serverOf(String names) throws IOException, InterruptedException, GeneralSecurityException {
        var known = servers.get(names);
        if (known != null) {
            return known;
        }
        var alias = "server" + servers.size();
        keytool(
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=server",
                "-signer",
                "ca",
                "-ext",
                "san=" + names);
        var key = new KeyStore.PasswordProtection(SECRET.toCharArray());
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setEntry(alias, keys().getEntry(alias, key), key);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own, SECRET.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        servers.put(names, context);
        return context;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(folder.resolve("keys.p12").toFile(), SECRET.toCharArray());
    }

    /** A process of its own each time, which takes a second: one for the authority and one for each server. */
    private void keytool(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", SECRET));
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
