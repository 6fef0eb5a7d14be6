package fi.seloste.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fi.seloste.Chromium;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Test
    void every_part_can_be_perceived_and_operated_in_light_and_dark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var path : List.of("/ui", "/ui/public", "/ui/plain", "/ui/dialog")) {
                var page = page(new Browser.NewContextOptions().setColorScheme(scheme), path);
                assertThat(chromium.violations(page)).as(path + " " + scheme).isEmpty();
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void nothing_runs_over_the_edge_of_a_telephone() {
        var page = page(new Browser.NewContextOptions().setViewportSize(390, 844), "/ui");

        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        assertThat(page.locator("tr:has-text('Boris Lindqvist') td.number")).hasAttribute("data-label", "Open deals");
        assertThat((boolean) page.evaluate("""
                () => [...document.querySelectorAll('.table-responsive')].every((table) => table.scrollWidth <= table.clientWidth)""")).isTrue();
        page.click(".top-menu");
        assertThat(page.locator("#menu")).isVisible();
        assertThat(chromium.violations(page)).isEmpty();
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
        page.waitForLoadState(); // a page that has just come whole hears no keys before
        page.keyboard().press("Control+z");
        assertThat(page.locator("#said")).containsText("Taken back");
    }

    @Test
    void the_list_of_keys_is_read_from_the_page() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("?");

        assertThat(page.locator("#keys")).containsText("Note");
        assertThat(page.locator("#keys")).containsText("Search");
        assertThat(chromium.violations(page)).isEmpty();
    }

    @Test
    void the_search_box_answers_while_one_types() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("Control+k");
        page.keyboard().type("ada");
        assertThat(page.locator("#found")).containsText("Ada Koskinen");
        assertThat(chromium.violations(page)).isEmpty();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#over h2")).hasText("Ban marketing to Ada Koskinen");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoever_presses_enter_is_led_on_though_the_search_does_not_answer() {
        var pressed = new AtomicReference<Route>();
        var page = withheld("**/palette?q=ada*", pressed::set);
        page.keyboard().press("Control+k");
        page.keyboard().type("ada");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> pressed.get() != null);
        page.waitForRequest("**/search?q=ada*", () -> {});
    }

    @Test
    void enter_asks_again_after_a_search_that_failed_with_nowhere_to_show_it() {
        var pressed = new AtomicReference<Route>();
        var page = withheld("**/palette?q=ada*", pressed::set);
        page.evaluate("window.place = document.getElementById('found')");
        page.evaluate("""
                () => document.querySelector('form.find').addEventListener('submit', (event) => {
                  event.preventDefault();
                  event.stopImmediatePropagation();
                }, true)""");
        page.keyboard().press("Control+k");
        page.keyboard().type("ada");
        page.keyboard().press("Enter");
        page.waitForCondition(() -> pressed.get() != null);
        page.evaluate("window.where = place.parentNode; place.remove()");
        pressed.get().abort();
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))");
        page.evaluate("where.append(place)");
        page.unroute("**/palette?q=ada*");
        page.evaluate("document.getElementById('find').value = 'adam'");
        page.waitForRequest("**/palette?q=adam*", () -> page.keyboard().press("Enter"));
    }

    @Test
    void hits_stay_for_whoever_leaves_the_search_box_and_comes_back_at_once() {
        var page = page(new Browser.NewContextOptions(), "/ui");

        page.keyboard().press("Control+k");
        page.keyboard().type("ada");
        assertThat(page.locator("#found")).containsText("Ada Koskinen");
        page.evaluate("""
                () => {
                  document.getElementById('find').blur();
                  document.getElementById('find').focus();
                  return new Promise((resolve) => setTimeout(resolve, 400));
                }""");
        assertThat(page.locator("#found")).isVisible();
    }

    @Test
    void what_is_written_in_a_form_stays_though_its_key_was_pressed_twice() {
        var late = new AtomicReference<Route>();
        var page = withheld("**/ui/dialog", route -> {
            if (!late.compareAndSet(null, route)) {
                route.resume();
            }
        });

        page.keyboard().press("n");
        page.waitForCondition(() -> late.get() != null);
        page.keyboard().press("n");
        assertThat(page.locator("#over [name=reason]")).isFocused();
        page.keyboard().type("asked by phone");
        page.waitForResponse("**/ui/dialog", () -> late.get().resume());
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))");

        assertThat(page.locator("#over [name=reason]")).hasValue("asked by phone");
    }

    @Test
    void a_form_that_comes_late_does_not_open_over_the_next_page() {
        var late = new AtomicReference<Route>();
        var page = withheld("**/ui/dialog", late::set);

        page.keyboard().press("n");
        page.waitForCondition(() -> late.get() != null);
        page.evaluate("htmx.ajax('GET', '/ui', { target: 'body' })");
        page.waitForResponse("**/ui/dialog", () -> late.get().resume());
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))");

        assertThat(page.locator("#over")).isHidden();
    }

    @Test
    void a_page_works_without_script() {
        var page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false), "/ui");

        page.click("text=Note");
        page.fill("#f-reason", "asked by phone");
        page.click("main button[type=submit]");

        assertThat(page.locator("#said")).containsText("Marketing banned: asked by phone");
    }

    /** A page whose requests of a kind are in our hands. Were it open before, Chromium would let the first of them pass: it is told in its own time. */
    private Page withheld(String requests, Consumer<Route> taken) {
        var page = chromium.page(new Browser.NewContextOptions());
        page.route(requests, taken);
        page.navigate("http://localhost:" + port + "/ui");
        return page;
    }

    private Page page(Browser.NewContextOptions options, String path) {
        var page = chromium.page(options);
        page.navigate("http://localhost:" + port + path);
        return page;
    }
}
