package fi.seloste.forms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import fi.seloste.Chromium;
import fi.seloste.Policy;
import fi.seloste.ServedTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** A form in a real browser: with the work that its script does, without any script, and in a frame of another site. */
@ServedTest
@AutoConfigureMockMvc
@Import(Visitors.class)
class FormsBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @Autowired
    Visitors visitors;

    @LocalServerPort
    int port;

    @Test
    @Policy("F10")
    void a_form_can_be_perceived_and_operated_also_where_something_is_wrong() {
        var form = visitors.contact();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page =
                    page(new Browser.NewContextOptions().setColorScheme(scheme).setLocale("en"), form);
            assertThat(chromium.violations(page)).isEmpty();
            page.fill("[name=email]", "ada@jokivoima.example");
            page.evaluate("document.querySelector('.visit-form').noValidate = true");
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]")).containsText("2 fields");
            assertThat(page.locator("[name=email]")).hasValue("ada@jokivoima.example");
            assertThat(chromium.violations(page)).isEmpty();
        }
        var phone = page(new Browser.NewContextOptions().setViewportSize(390, 844), form);
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_browser_does_the_work_while_somebody_types() {
        var form = visitors.contact();
        var page = page(new Browser.NewContextOptions().setLocale("en"), form);
        filled(page, "script@jokivoima.example");
        visitors.clock.advance(Duration.ofSeconds(3));
        page.click("main button[type=submit]");
        page.waitForURL("**/thanks**");
        assertThat(page.locator("h1")).hasText("Thank you");
        assertThat(visitors.count("select count(*) from forms.arrival where form_id = ? and worked", form.id()))
                .isOne();
        assertThat(page.context().cookies()).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Policy("F10")
    void without_script_the_form_works_and_asks_for_patience() {
        var form = visitors.contact();
        var page = page(new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false), form);
        assertThat(page.content()).contains("leave 10 seconds between");
        filled(page, "noscript@jokivoima.example");
        page.click("main button[type=submit]");
        assertThat(page.locator("[role=alert]")).containsText("quick for a person");
        assertThat(page.locator("[name=name]")).hasValue("Ada Koskinen");
        visitors.clock.advance(Duration.ofSeconds(10));
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Thank you");
        assertThat(visitors.count("select count(*) from forms.arrival where form_id = ? and not worked", form.id()))
                .isOne();
    }

    @Test
    @Policy("F9")
    void a_site_that_is_named_shows_the_form_as_high_as_it_is_and_another_shows_nothing() throws Exception {
        var slug = new AtomicReference<String>("");
        try (var named = new Site(port, slug);
                var other = new Site(port, slug)) {
            var form = visitors.contact(named.url());
            slug.set(form.plan().slug());
            var page = chromium.page(new Browser.NewContextOptions().setLocale("en"));
            page.navigate(named.url());
            var frame = page.frameLocator("iframe");
            assertThat(frame.locator("h1")).hasText("Contact us");
            page.waitForCondition(
                    () -> !page.locator("iframe").getAttribute("style").contains("height: 760px"));
            filled(frame, "framed@jokivoima.example");
            visitors.clock.advance(Duration.ofSeconds(3));
            frame.locator("main button[type=submit]").click();
            assertThat(frame.locator("h1")).hasText("Thank you");
            assertThat(visitors.count("select count(*) from forms.arrival where form_id = ?", form.id()))
                    .isOne();

            var stranger = chromium.window(new Browser.NewContextOptions()).newPage();
            var refused = new AtomicBoolean();
            stranger.onRequestFailed(
                    request -> refused.compareAndSet(false, request.url().contains("/f/")));
            stranger.navigate(other.url());
            stranger.waitForCondition(refused::get);
            assertThat(stranger.locator("iframe")).hasCount(1);
            assertThat(stranger.frameLocator("iframe")
                            .locator("h1", new FrameLocator.LocatorOptions().setHasText("Contact us")))
                    .hasCount(0);
        }
    }

    /** The company's own site, on a port of its own: another origin than the house. */
    private static final class Site implements AutoCloseable {

        private final HttpServer server;

        Site(int house, AtomicReference<String> slug) throws IOException {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                var body =
                        "<!doctype html><p>Our site</p><script src=\"http://localhost:%d/assets/form-embed.js\" data-form=\"%s\" data-lang=\"en\" data-title=\"Contact\"></script>"
                                .formatted(house, slug.get())
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static void filled(FrameLocator frame, String email) {
        frame.locator("[name=name]").fill("Ada Koskinen");
        frame.locator("[name=email]").fill(email);
        frame.locator("[name=message]").fill("Please call me");
    }

    private static void filled(Page page, String email) {
        page.fill("[name=name]", "Ada Koskinen");
        page.fill("[name=email]", email);
        page.fill("[name=message]", "Please call me");
    }

    private Page page(Browser.NewContextOptions options, Form form) {
        var page = chromium.page(options);
        page.navigate("http://localhost:" + port + "/f/" + form.plan().slug());
        return page;
    }
}
