package fi.seloste.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fi.seloste.base.Problem;
import fi.seloste.installation.Setting;
import fi.seloste.installation.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may type an address reaches the internet by it, and nothing behind the firewall. */
class OutgoingTest {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final Outgoing careful = outgoing("");
    private final Outgoing allowed = outgoing("n8n.firm.example, 127.0.0.1");
    private final List<String> reached = new ArrayList<>();

    private HttpServer receiver;

    private static Outgoing outgoing(String hosts) {
        return new Outgoing(new Names(Settings.of(Map.of(Setting.OUTGOING_HOSTS, hosts), Map.of())));
    }

    @BeforeEach
    void somebodyListens() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", exchange -> {
            reached.add(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 302 : 204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void nobodyListens() throws IOException {
        receiver.stop(0);
        careful.close();
        allowed.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::a00:1]/",
                "https://198.18.0.1/",
                "https://255.255.255.255/"
            })
    void an_address_of_the_inner_network_is_refused(String url) {
        assertThatThrownBy(() -> careful.checked("url", url))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.key()).isEqualTo("outgoing.url.inner"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "ftp://firm.example/",
                "https:///x",
                "https://a:b@firm.example/",
                "file:///etc/passwd"
            })
    void what_is_no_address_of_the_web_is_refused(String url) {
        assertThatThrownBy(() -> careful.checked("url", url)).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void nothing_goes_out_without_encryption_but_to_a_host_that_the_operator_named() {
        assertThatThrownBy(() -> careful.checked("url", "http://firm.example/hook"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.key()).isEqualTo("outgoing.url.plain"));
        assertThat(allowed.checked("url", "http://N8N.firm.example/hook").getPath())
                .isEqualTo("/hook");
    }

    @Test
    void a_host_that_was_not_named_is_not_reached_even_if_nobody_asked_before() throws Exception {
        assertThat(allowed.post(at("/x"), Map.of(), BODY)).isEqualTo(204);
        assertThat(reached).containsExactly("/x");

        assertThatThrownBy(() -> careful.post(at("/y"), Map.of(), BODY))
                .isInstanceOfSatisfying(
                        Outgoing.Unanswered.class, e -> assertThat(e.trouble()).isEqualTo(Outgoing.Trouble.INNER));
        assertThat(reached).containsExactly("/x");
    }

    @Test
    void an_address_that_nobody_looked_at_before_is_not_called_in_the_clear() {
        assertThatThrownBy(() -> careful.get(URI.create("http://8.8.8.8/keys"), 100))
                .isInstanceOfSatisfying(
                        Outgoing.Unanswered.class, e -> assertThat(e.trouble()).isEqualTo(Outgoing.Trouble.TLS));
    }

    @Test
    void a_call_is_not_sent_on_elsewhere() throws Exception {
        assertThat(allowed.post(at("/moved"), Map.of(), BODY)).isEqualTo(302);
        assertThat(reached).containsExactly("/moved");
    }

    @Test
    void an_answer_that_comes_drop_by_drop_is_cut_off() throws Exception {
        try (var dripping = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.startVirtualThread(() -> drip(dripping));
            var impatient = new Outgoing(
                    new Names(Settings.of(Map.of(Setting.OUTGOING_HOSTS, "127.0.0.1"), Map.of())),
                    Duration.ofMillis(600));
            var url = URI.create("http://127.0.0.1:" + dripping.getLocalPort() + "/x");
            assertThatThrownBy(() -> impatient.post(url, Map.of(), BODY))
                    .isInstanceOfSatisfying(
                            Outgoing.Unanswered.class,
                            e -> assertThat(e.trouble()).isEqualTo(Outgoing.Trouble.TIMEOUT));
            impatient.close();
        }
    }

    private static void drip(ServerSocket listening) {
        try (var caller = listening.accept()) {
            var out = caller.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write('x');
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            return; // the caller went away
        }
    }

    @Test
    void a_receiver_that_is_not_there_is_named() {
        receiver.stop(0);
        assertThatThrownBy(() -> allowed.post(at("/x"), Map.of(), BODY))
                .isInstanceOfSatisfying(
                        Outgoing.Unanswered.class, e -> assertThat(e.trouble()).isEqualTo(Outgoing.Trouble.REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "193.166.3.2", "2001:708:10:8::2", "100.128.0.1", "172.32.0.1", "198.20.0.1"})
    void everybodys_internet_is_open(String address) throws Exception {
        assertThat(Internet.reaches(InetAddress.getByName(address))).isTrue();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }
}
