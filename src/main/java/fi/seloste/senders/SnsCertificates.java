package fi.seloste.senders;

import fi.seloste.outgoing.Outgoing;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The certificates by which Amazon SNS signs. They lie with Amazon and nowhere else: a message that names another place is forged. */
@Component
class SnsCertificates {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int KEPT = 20;

    private final Outgoing outgoing;
    private final Clock clock;
    private final Map<URI, X509Certificate> kept = Collections.synchronizedMap(new LinkedHashMap<>());

    SnsCertificates(Outgoing outgoing, Clock clock) {
        this.outgoing = outgoing;
        this.clock = clock;
    }

    /** Whether an address belongs to SNS. */
    static boolean isOfSns(URI url) {
        return "https".equals(url.getScheme())
                && url.getUserInfo() == null
                && (url.getPort() == -1 || url.getPort() == 443)
                && url.getHost() != null
                && url.getHost().matches("sns\\.[a-z0-9-]{3,40}\\.amazonaws\\.com(\\.cn)?");
    }

    /** Nothing where it lies elsewhere, cannot be had, or does not hold today. */
    Optional<X509Certificate> at(URI url) {
        if (!isOfSns(url) || !String.valueOf(url.getPath()).endsWith(".pem")) {
            return Optional.empty();
        }
        try {
            var known = kept.get(url);
            var certificate = known == null ? read(url) : known;
            certificate.checkValidity(Date.from(clock.instant()));
            return Optional.of(certificate);
        } catch (CertificateException | Outgoing.Unanswered e) {
            return Optional.empty();
        }
    }

    private X509Certificate read(URI url) throws Outgoing.Unanswered, CertificateException {
        var bytes = fetch(url);
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        if (kept.size() >= KEPT) {
            kept.clear();
        }
        kept.put(url, certificate);
        return certificate;
    }

    byte[] fetch(URI url) throws Outgoing.Unanswered {
        return outgoing.get(url, MOST_BYTES);
    }

    /** Says to SNS that its messages are wanted here. */
    void confirm(URI url) throws Outgoing.Unanswered {
        outgoing.get(url, MOST_BYTES);
    }
}
