package fi.seloste.lists;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fi.seloste.Chromium;
import fi.seloste.ServedTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The lists in a real browser: by keyboard alone, on a telephone, in light and dark. */
@ServedTest
@Import(Readers.class)
class ListBrowserTest {

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Readers readers;

    @Autowired
    Staff staff;

    private String email;
    private PersonId ada;
    private PersonId boris;

    @BeforeEach
    void a_register_and_somebody_who_reads_it() {
        readers.empty();
        email = "maria." + Ids.next() + "@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki"),
                Permissions.allOf(Purpose.ofStaff()),
                Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        var joki = readers.organisation("Jokivoima Oy");
        ada = readers.person("Ada Koskinen", "ada.koskinen@jokivoima.example", joki);
        boris = readers.person("Boris Lindqvist", "boris.lindqvist@jokivoima.example", joki);
        readers.person("Ville Öhman", "ville.ohman@oljytie.example");
        readers.banned("Nea Kallio", "nea.kallio@kallio.example");
        readers.tag(ada, "vip");
    }

    @Test
    void the_list_is_searched_walked_and_acted_upon_by_keyboard_alone() {
        var page = page(new Browser.NewContextOptions());
        page.keyboard().press("g");
        page.keyboard().press("p");
        assertThat(page.locator("h1")).hasText("People");
        assertThat(page.locator("#main")).isFocused();

        page.keyboard().press("/");
        assertThat(page.locator("#list-search")).isFocused();
        page.keyboard().type("jokivoima");
        assertThat(page.locator("[data-item]")).hasCount(2);
        page.waitForURL(url("/people?search=jokivoima"));
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("x");
        assertThat(page.locator(".chosen [data-chosen-count]")).hasText("2");
        page.locator(".chosen button[value=tagging]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Tag 2 people");
        assertThat(page.locator("main [name=tag]")).isFocused();
        page.keyboard().type("fair");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator("#said")).containsText("2 got the tag “fair”.");
        assertThat(readers.tags(boris)).containsExactly("fair");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people/" + ada));
    }

    @Test
    void whoever_types_before_the_page_listens_is_answered_too() {
        var page = page(new Browser.NewContextOptions());
        var early = new AtomicBoolean();
        page.route(Pattern.compile(".*htmx.*\\.js.*"), route -> {
            page.locator("#list-search").fill("jokivoima");
            early.set(true);
            route.resume();
        });
        page.navigate(url("/people"));
        assertThat(page.locator("[data-item]")).hasCount(2);
        assertThat(early).isTrue();
    }

    @Test
    void whoever_types_while_the_next_page_is_being_put_in_is_answered_too() {
        var page = page(new Browser.NewContextOptions());
        page.evaluate("""
                () => document.addEventListener('htmx:afterSwap', () => {
                  const search = document.getElementById('list-search');
                  search.value = 'jokivoima';
                  search.dispatchEvent(new Event('input', { bubbles: true }));
                }, { once: true })""");
        page.keyboard().press("g");
        page.keyboard().press("p");
        page.waitForURL(url("/people?search=jokivoima"));
        assertThat(page.locator("[data-item]")).hasCount(2);
    }

    /** Its address and its title would be those of a page that is not there any more. */
    @Test
    void an_answer_to_a_search_that_comes_on_the_next_page_changes_nothing_there() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/people"));
        var late = held(page, "**/people?*search=*");
        page.fill("#list-search", "jokivoima");
        page.waitForCondition(() -> late.get() != null);
        page.click("[data-item] a >> text=Ville Öhman");
        assertThat(page.locator("h1")).hasText("Ville Öhman");
        var here = page.url();
        released(page, late, "**/people?*search=*");
        assertThat(page).hasURL(here);
        assertThat(page).hasTitle(Pattern.compile("Ville Öhman.*"));
    }

    @Test
    void of_two_pages_that_are_asked_for_the_later_is_shown_though_the_earlier_comes_last() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/people"));
        var late = held(page, "**/people/" + ada);
        page.click("[data-item] a >> text=Ada Koskinen");
        page.waitForCondition(() -> late.get() != null);
        page.click("[data-item] a >> text=Boris Lindqvist");
        assertThat(page.locator("h1")).hasText("Boris Lindqvist");
        released(page, late, "**/people/" + ada);
        assertThat(page.locator("h1")).hasText("Boris Lindqvist");
        assertThat(page).hasURL(url("/people/" + boris));
    }

    @Test
    void a_page_that_is_asked_for_again_is_shown_though_another_was_asked_for_between() {
        var page = page(new Browser.NewContextOptions());
        var late = held(page, "**/people/" + ada);
        var between = held(page, "**/people/" + boris);
        page.navigate(url("/people"));
        page.click("[data-item] a >> text=Ada Koskinen");
        page.waitForCondition(() -> late.get() != null);
        page.click("[data-item] a >> text=Boris Lindqvist");
        page.waitForCondition(() -> between.get() != null);
        page.click("[data-item] a >> text=Ada Koskinen");
        released(page, between, "**/people/" + boris);
        released(page, late, "**/people/" + ada);
        assertThat(page.locator("h1")).hasText("Ada Koskinen");
        assertThat(page).hasURL(url("/people/" + ada));
    }

    /** The first request of this kind by the next page, kept back until the test lets it go. Of a page that is there already Chromium may let it pass. */
    private static AtomicReference<Route> held(Page page, String pattern) {
        var late = new AtomicReference<Route>();
        page.route(pattern, route -> {
            if (!late.compareAndSet(null, route)) {
                route.resume();
            }
        });
        return late;
    }

    /** And the page has had time to make of the answer what it will. */
    private static void released(Page page, AtomicReference<Route> late, String pattern) {
        page.waitForResponse(pattern, () -> late.get().resume());
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))");
    }

    @Test
    void one_after_the_other_is_called_without_going_back_to_the_list() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/people?search=jokivoima"));
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people/" + ada));
        page.keyboard().press("c");
        page.keyboard().type("wants to be called in spring");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#card-story")).containsText("wants to be called in spring");

        page.keyboard().press("J");
        page.waitForURL(url("/people/" + boris));
        page.keyboard().press("K");
        page.waitForURL(url("/people/" + ada));
        page.keyboard().press("J");
        page.waitForURL(url("/people/" + boris));

        page.navigate(url("/people?search=jokivoima"));
        assertThat(page.locator("[data-item][aria-current]")).containsText("Boris Lindqvist");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void filters_columns_and_views_open_over_the_list_and_lead_back_to_it() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/people"));
        page.keyboard().press("f");
        page.locator("#over select[name=tag]").selectOption("vip");
        page.keyboard().press("Control+Enter");
        page.waitForURL(url("/people?tag=vip"));
        assertThat(page.locator("[data-item]")).hasCount(1);

        page.keyboard().press("s");
        page.locator("#over input[name=name]").fill("Important");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#said")).containsText("Important");
        assertThat(page.locator(".pagetabs .on")).containsText("Important");

        page.waitForLoadState();
        page.click("[href^='/people/columns']");
        page.locator("#over input[value=source]").check();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("thead")).containsText("Source");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void a_person_is_opened_from_the_search_box_by_typing_and_enter() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/organisations"));
        page.keyboard().press("Control+k");
        page.keyboard().type("boris lin");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people/" + boris));
    }

    @Test
    void enter_twice_opens_the_person_all_the_same() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/organisations"));
        page.evaluate("""
                () => {
                  const asked = window.fetch;
                  let release;
                  const twice = new Promise((resolve) => (release = resolve));
                  let pressed = 0;
                  document.addEventListener('keyup', (event) => event.key === 'Enter' && ++pressed === 2 && release());
                  window.fetch = async (url, options) => {
                    const answer = await asked(url, options);
                    return await twice, answer;
                  };
                }""");
        page.keyboard().press("Control+k");
        page.keyboard().type("boris lin");
        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people/" + boris));
    }

    /** What was asked before is answered between the head and the words of the answer to what was typed last. */
    @Test
    void an_older_answer_that_comes_late_leads_nobody_astray() {
        var page = page(new Browser.NewContextOptions());
        page.navigate(url("/organisations"));
        page.evaluate("""
                () => {
                  const asked = window.fetch;
                  let newer;
                  const later = new Promise((resolve) => (newer = resolve));
                  window.fetch = async (url, options) => {
                    const answer = await asked(url, options);
                    if (!url.includes('boris')) return await later, answer;
                    const words = await answer.text();
                    return { ok: true, redirected: false, text: async () => {
                      newer();
                      await new Promise((resolve) => setTimeout(resolve, 200));
                      return words;
                    } };
                  };
                }""");
        page.keyboard().press("Control+k");
        page.keyboard().type("boris lin");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people/" + boris));
    }

    @Test
    void every_page_of_the_lists_can_be_perceived_in_light_and_dark_and_on_a_telephone() {
        var paths = List.of(
                "/people",
                "/people?search=nobody",
                "/people?tag=vip&columns=title,organisation,roles,tags,source,language,last-act",
                "/people/filters",
                "/people/columns",
                "/people/views",
                "/people/views/new?tag=vip",
                "/people/chosen?act=ban",
                "/organisations",
                "/search?q=jokivoima");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = page(new Browser.NewContextOptions().setColorScheme(scheme));
            for (var path : paths) {
                page.navigate(url(path));
                assertThat(chromium.violations(page)).as(path + " " + scheme).isEmpty();
            }
        }
        var narrow = page(new Browser.NewContextOptions().setViewportSize(390, 844));
        for (var path : paths) {
            narrow.navigate(url(path));
            assertThat((int) narrow.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(390);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void without_script_rows_are_ticked_and_searched_all_the_same() {
        var page = page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/people"));
        page.fill("#list-search", "boris");
        page.keyboard().press("Enter");
        page.waitForURL(url("/people?search=boris"));
        page.check("tbody input[type=checkbox]");
        page.click(".chosen button[value=ban]");
        assertThat(page.locator("h1")).hasText("Ban marketing to 1 person");
        page.fill("#f-reason", "asked by phone");
        page.click("main button.btn-danger");

        assertThat(page.locator("#said")).containsText("Marketing to 1 person is banned.");
    }

    private Page page(Browser.NewContextOptions options) {
        var page = chromium.page(options);
        page.navigate(url("/sign-in"));
        page.fill("#f-email", email);
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url("/"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
