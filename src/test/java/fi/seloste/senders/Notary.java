package fi.seloste.senders;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.json.JsonMapper;

/** Amazon's notary of messages, for tests: signs as SNS does, and gives out its certificate where SNS does. */
@TestConfiguration(proxyBeanMethods = false)
public class Notary {

    public static final String CERTIFICATE = "https://sns.eu-north-1.amazonaws.com/SimpleNotificationService-1.pem";
    private static final String SECRET = "changeit";
    private static final KeyStore STORE = made();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> CONFIRMED = new CopyOnWriteArrayList<>();

    @Bean
    @Primary
    SnsCertificates certificates(java.time.Clock clock) {
        return new SnsCertificates(null, clock) {

            @Override
            byte[] fetch(URI url) {
                ASKED.add(url.toString());
                try {
                    return STORE.getCertificate("sns").getEncoded();
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            void confirm(URI url) {
                CONFIRMED.add(url.toString());
            }
        };
    }

    /** From which addresses a certificate was asked. */
    public List<String> asked() {
        return ASKED;
    }

    public List<String> confirmed() {
        return CONFIRMED;
    }

    public String signed(String type, String topic, String message) {
        return written(type, topic, message, "");
    }

    public String confirmation(String topic, String url) {
        return written("SubscriptionConfirmation", topic, "You have chosen to subscribe", url);
    }

    private String written(String type, String topic, String message, String url) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("Type", type);
        json.put("MessageId", "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
        json.put("TopicArn", topic);
        json.put("Message", message);
        json.put("Timestamp", "2026-11-23T08:00:00.000Z");
        if (!url.isEmpty()) {
            json.put("SubscribeURL", url);
            json.put("Token", "abc");
        }
        json.put("SignatureVersion", "2");
        json.put("SigningCertURL", CERTIFICATE);
        // by the words of Amazon's documentation, and not by our own reading of them
        var text = "Message\n" + message + "\nMessageId\n22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324\n"
                + (url.isEmpty() ? "" : "SubscribeURL\n" + url + "\n")
                + "Timestamp\n2026-11-23T08:00:00.000Z\n"
                + (url.isEmpty() ? "" : "Token\nabc\n")
                + "TopicArn\n" + topic + "\nType\n" + type + "\n";
        json.put("Signature", sign(text));
        return json.toString();
    }

    private static String sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign((PrivateKey) STORE.getKey("sns", SECRET.toCharArray()));
            signature.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore made() {
        try {
            var file = Files.createTempDirectory("notary").resolve("sns.p12");
            var keytool = java.nio.file.Path.of(System.getProperty("java.home"), "bin", "keytool");
            var process = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            "sns",
                            "-keyalg",
                            "RSA",
                            "-dname",
                            "CN=sns.amazonaws.com",
                            "-startdate",
                            "2020/01/01",
                            "-validity",
                            "20000",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            SECRET)
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("keytool");
            }
            return KeyStore.getInstance(file.toFile(), SECRET.toCharArray());
        } catch (IOException | InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
