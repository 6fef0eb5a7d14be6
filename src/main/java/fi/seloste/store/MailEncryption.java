package fi.seloste.store;

import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How the connection to a mail server is encrypted. Plain text goes to this machine only; to any other it is TLS, with a certificate for the
 * server's name, signed by an authority that Java knows or that the operator named.
 */
public final class MailEncryption {

    private MailEncryption() {}

    /** What is wrong with an encryption that did not come about; nothing where it failed for another reason. */
    public enum Doubt {
        PLAIN(
                "The server offers no encryption, and in plain text nothing is said to another machine. Turn on STARTTLS there, or use"
                        + " port 465."),
        NAME(
                "The certificate of the server is for another name than the one set here. Name the server as its certificate does."),
        CERTIFICATE(
                "Nobody we know has signed the certificate of the server, or its time is over. Renew it there, or name your own"
                        + " authority with mail-ca.");

        private final String sentence;

        Doubt(String sentence) {
            this.sentence = sentence;
        }

        /** For logs, and beside what servers answer, which is in their language too. */
        public String sentence() {
            return sentence;
        }
    }

    /** Properties of a mail session by this protocol. */
    public static Properties of(String protocol, String host, Settings settings) {
        var mail = "mail." + protocol + ".";
        var properties = new Properties();
        properties.setProperty(mail + "starttls.enable", "true");
        properties.setProperty(mail + "starttls.required", String.valueOf(!LiveSettings.isThisMachine(host)));
        properties.setProperty(mail + "ssl.checkserveridentity", "true");
        // Else the library knocks a second time without our authority, and its answer to that hides what was wrong.
        properties.setProperty(mail + "socketFactory.fallback", "false");
        var authority = settings.mailAuthority();
        if (authority != null) {
            properties.put(mail + "ssl.socketFactory", trusting(authority, settings.said(Setting.MAIL_CA)));
        }
        return properties;
    }

    /** The libraries tell it by the text of a cause only. */
    public static @Nullable Doubt doubt(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            var text = String.valueOf(cause.getMessage());
            if (text.contains("STARTTLS") && text.contains("required")) {
                return Doubt.PLAIN;
            }
            if (text.contains("subject alternative")
                    || text.contains("No name matching")
                    || text.contains("identity")) {
                return Doubt.NAME;
            }
            if (cause instanceof CertificateException || (cause instanceof SSLException && cause.getCause() == null)) {
                return Doubt.CERTIFICATE;
            }
        }
        return null;
    }

    private static SSLSocketFactory trusting(Path authority, String said) {
        try (var in = Files.newInputStream(authority)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new CertificateException("it holds none");
            }
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var all = Stream.concat(certificates.stream(), Arrays.stream(known().getAcceptedIssuers()))
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                trusted.setCertificateEntry("c" + i, all.get(i));
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted).getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new Trouble(
                    said + " does not name readable certificates in PEM: " + e.getMessage()
                            + ". Name the file of the authority that signs the mail servers' certificates.",
                    e);
        }
    }

    private static X509TrustManager known() throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static TrustManagerFactory managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
