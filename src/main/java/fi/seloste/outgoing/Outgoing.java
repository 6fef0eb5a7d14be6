package fi.seloste.outgoing;

import fi.seloste.base.Problem;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The door for calls to other systems. They go by https to the internet; by plain http, or into the inner network, only to a host that the
 * operator named in the setting outgoing-hosts. Nothing is followed elsewhere, and nobody is waited for longer than some seconds.
 */
@Component
public class Outgoing {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Names names;
    private final Duration longest;
    private final CloseableHttpClient client;

    @Autowired
    Outgoing(Names names) {
        this(names, LONGEST);
    }

    Outgoing(Names names, Duration longest) {
        this.names = names;
        this.longest = longest;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setMaxConnPerRoute(4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("Seloste")
                .build();
    }

    /** Why a call came to no answer. */
    public enum Trouble {
        INNER,
        UNKNOWN_HOST,
        REFUSED,
        TLS,
        TIMEOUT,
        BROKEN
    }

    /** A call that came to no answer. */
    public static final class Unanswered extends Exception {
        private final Trouble trouble;

        Unanswered(Trouble trouble, IOException cause) {
            super(trouble.name(), cause);
            this.trouble = trouble;
        }

        public Trouble trouble() {
            return trouble;
        }
    }

    /** Refuses an address that is not to be called, in a sentence about that field; whether anybody answers there is not asked. */
    public URI checked(String field, String written) {
        var url = url(field, written);
        var host = url.getHost();
        if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw Problem.invalid(field, "outgoing.url.odd", written);
        }
        if (!isCovered(url)) {
            throw Problem.invalid(field, "outgoing.url.plain", host);
        }
        try {
            names.resolve(host);
        } catch (Names.Inner e) {
            throw Problem.invalid(field, "outgoing.url.inner", host);
        } catch (UnknownHostException e) {
            return url; // it may be set up later; a call will tell
        }
        return url;
    }

    /** Whether what is said to it is said under TLS, or stays in the inner network by the operator's word. */
    public boolean isCovered(URI url) {
        return url.getHost() != null
                && ("https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && names.isInner(url.getHost())));
    }

    private void mustBeCovered(URI url) throws Unanswered {
        if (isCovered(url)) {
            return;
        }
        try {
            names.resolve(url.getHost());
        } catch (UnknownHostException e) {
            throw new Unanswered(trouble(e), e);
        }
        throw new Unanswered(Trouble.TLS, new IOException("plain http to " + url.getHost()));
    }

    private static URI url(String field, String written) {
        try {
            return URI.create(written.strip());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "outgoing.url.odd", written);
        }
    }

    /** Posts JSON and gives back the status of the answer; what else the answer says is not read. */
    public int post(URI url, Map<String, String> headers, byte[] json) throws Unanswered {
        mustBeCovered(url);
        var request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        headers.forEach(request::setHeader);
        var guard = Thread.startVirtualThread(() -> cancelLater(request));
        // Closed without being read: an answer without an end is no reason to wait for it.
        try (var response = client.executeOpen(HttpHost.create(url), request, null)) {
            return response.getCode();
        } catch (IOException e) {
            throw new Unanswered(request.isCancelled() ? Trouble.TIMEOUT : trouble(e), e);
        } finally {
            guard.interrupt();
        }
    }

    /** What somebody answered. */
    public record Answer(int status, byte[] body) {}

    /** Posts a form, already written, and gives back the answer, if it is not longer than so many bytes. */
    public Answer postForm(URI url, Map<String, String> headers, byte[] form, int most) throws Unanswered {
        mustBeCovered(url);
        var request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        headers.forEach(request::setHeader);
        var guard = Thread.startVirtualThread(() -> cancelLater(request));
        try (var response = client.executeOpen(HttpHost.create(url), request, null)) {
            var body = response.getEntity();
            return new Answer(response.getCode(), body == null ? new byte[0] : atMost(most, body, request));
        } catch (IOException e) {
            throw new Unanswered(request.isCancelled() ? Trouble.TIMEOUT : trouble(e), e);
        } finally {
            guard.interrupt();
        }
    }

    private static byte[] atMost(int most, HttpEntity body, HttpUriRequestBase request) throws IOException {
        var bytes = body.getContent().readNBytes(most + 1);
        if (bytes.length > most) {
            request.cancel();
            throw new IOException("longer than " + most + " bytes");
        }
        return bytes;
    }

    /** Gets what lies at an address, if it is there and not longer than so many bytes. */
    public byte[] get(URI url, int most) throws Unanswered {
        mustBeCovered(url);
        var request = new HttpGet(url);
        var guard = Thread.startVirtualThread(() -> cancelLater(request));
        try (var response = client.executeOpen(HttpHost.create(url), request, null)) {
            var body = response.getEntity();
            if (response.getCode() != 200 || body == null) {
                throw new IOException("answered " + response.getCode());
            }
            return atMost(most, body, request);
        } catch (IOException e) {
            throw new Unanswered(request.isCancelled() ? Trouble.TIMEOUT : trouble(e), e);
        } finally {
            guard.interrupt();
        }
    }

    /** The timeouts are of silence: an answer that comes drop by drop is cut off here. */
    private void cancelLater(HttpUriRequestBase request) {
        try {
            Thread.sleep(longest);
            request.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it was answered in time
        }
    }

    private static Trouble trouble(IOException e) {
        return switch (e) {
            case Names.Inner inner -> Trouble.INNER;
            case UnknownHostException unknown -> Trouble.UNKNOWN_HOST;
            case SocketTimeoutException late -> Trouble.TIMEOUT;
            case SSLException untrusted -> Trouble.TLS;
            case ConnectException refused -> Trouble.REFUSED;
            default -> Trouble.BROKEN;
        };
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }
}
