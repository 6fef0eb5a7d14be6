package fi.seloste.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The frame in a real browser: by keyboard, without script, and as assistive technology finds it. */
@SpringBootTest(
        classes = UiSlice.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"seloste.texts.strict=true", "spring.web.resources.add-mappings=false"})
@ActiveProfiles("test")
class BrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here");
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
    }

    @Test
    void every_part_can_be_perceived_and_operated_in_light_and_dark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var path : List.of("/ui", "/ui/public", "/ui/plain", "/ui/dialog")) {
                var page = page(new Browser.NewContextOptions().setColorScheme(scheme), path);
                assertThat(violations(page)).as(path + " " + scheme).isEmpty();
            }
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void nothing_runs_over_the_edge_of_a_telephone() {
        var page = page(new Browser.NewContextOptions().setViewportSize(390, 844), "/ui");

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.click(".top-menu");
        assertThat(page.locator("#menu")).isVisible();
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void a_form_in_a_dialog_is_refused_in_place_and_done_by_keyboard_alone() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("n");
        assertThat(page.locator("#over h2")).hasText("Ban marketing to Ada Koskinen");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#over [role=alert]")).hasText("Fill this in.");
        page.keyboard().type("asked by phone");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#said")).containsText("Marketing banned: asked by phone");
        assertThat(page.locator("nav.side")).isVisible();
        page.keyboard().press("Control+z");
        assertThat(page.locator("#said")).containsText("Taken back");
    }

    @Test
    void the_list_of_keys_is_read_from_the_page() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("?");

        assertThat(page.locator("#keys")).containsText("Note");
        assertThat(page.locator("#keys")).containsText("Search");
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void the_search_box_answers_while_one_types() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("Control+k");
        page.keyboard().type("ada");
        assertThat(page.locator("#found")).containsText("Ada Koskinen");
        assertThat(violations(page)).isEmpty();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#over h2")).hasText("Ban marketing to Ada Koskinen");
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_page_works_without_script() {
        var page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false), "/ui");

        page.click("text=Note");
        page.fill("#f-reason", "asked by phone");
        page.click("main button[type=submit]");

        assertThat(page.locator("#said")).containsText("Marketing banned: asked by phone");
    }

    private Page page(Browser.NewContextOptions options, String path) {
        var page = browser.newContext(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate("http://localhost:" + port + path);
        return page;
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(violation -> violation.getId() + " "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
    }
}
