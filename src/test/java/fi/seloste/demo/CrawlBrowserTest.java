package fi.seloste.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import fi.seloste.Chromium;
import fi.seloste.ServedTest;
import fi.seloste.demo.Pathfinder.Found;
import fi.seloste.staff.Account;
import fi.seloste.staff.Staff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Follows the links of the made-up company from the first page on, as whoever works there: no way leads nowhere. */
@ServedTest
@ActiveProfiles("demo")
class CrawlBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Map<String, List<Found>> FOUND = new HashMap<>();
    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";
    private static final int OF_A_KIND = 8;
    private static final int NARROW = 390;

    @LocalServerPort
    int port;

    @Autowired
    Story story;

    @Autowired
    Staff staff;

    @BeforeEach
    void the_company_is_laid_out() {
        story.tell();
    }

    @Test
    void every_link_of_every_colleague_leads_to_a_page_with_one_heading_and_a_title() {
        for (var colleague : staff.accounts()) {
            var page = signedIn(colleague);
            var found = found(page, colleague);
            assertThat(found).as(colleague.name()).hasSizeGreaterThan(20);
            assertThat(found).as(colleague.name()).allSatisfy(CrawlBrowserTest::isWhole);
            page.context().close();
        }
    }

    @Test
    void what_no_page_of_ours_sends_is_refused_with_a_sentence_and_is_no_fault_of_the_house() {
        var page = signedIn(staff.accounts().getFirst());
        var browser = page.context().request();
        for (var path : List.of("/people?search=%ff", "/sign-in?next=%ff", "/privacy?right=%ff")) {
            assertThat(browser.get(url(path)).status()).as(path).isEqualTo(400);
        }
        page.navigate(url("/people/new"));
        var proof = page.locator("main [name=_csrf]").first().inputValue();
        for (var path : List.of("/people/new", "/organisations/new")) {
            var form = FormData.create()
                    .set("_csrf", proof)
                    .set("owner", "somebody")
                    .set("name", "Aune Kivi");
            assertThat(browser.post(url(path), RequestOptions.create().setForm(form))
                            .status())
                    .as(path)
                    .isEqualTo(400);
        }
        var looks = FormData.create().set("_csrf", proof).set("theme", "purple").set("lang", "xx");
        assertThat(browser.post(url("/preferences"), RequestOptions.create().setForm(looks))
                        .status())
                .isEqualTo(200);
    }

    /** In Finnish, whose words are the longest, on the width of a telephone. */
    @Test
    void every_page_can_be_perceived_and_operated_on_a_telephone() {
        var aino = staff.accounts().stream()
                .filter(one -> one.name().equals("Aino Lehtonen"))
                .findFirst()
                .orElseThrow();
        var page = signedIn(aino);
        page.click("[popovertarget=viewer]");
        page.click("#viewer [name=lang][value=fi]");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fi");
        page.setViewportSize(NARROW, 844);
        var found = found(page, aino);
        var faults = found.stream()
                .filter(Found::isPage)
                .map(one -> one.path().replaceAll("\\?(?!act=).*", ""))
                .distinct()
                .collect(Collectors.groupingBy(CrawlBrowserTest::kind, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(alike -> alike.stream().limit(OF_A_KIND))
                .flatMap(path -> faults(page, path).stream())
                .toList();
        assertThat(faults).isEmpty();
        assertThat(chromium.complaints()).isEmpty();
    }

    /** What a colleague can reach, in whatever language: looked for once. */
    private List<Found> found(Page page, Account colleague) {
        return FOUND.computeIfAbsent(
                colleague.name(), name -> new Pathfinder(page.context().request(), url("")).from("/"));
    }

    /** The page of one person is drawn as that of another: what tells them apart is their states, which a handful shows. */
    private static String kind(String path) {
        return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
    }

    private List<String> faults(Page page, String path) {
        page.navigate(url(path));
        var faults = new ArrayList<String>();
        chromium.violations(page).forEach(violation -> faults.add(path + ": " + violation));
        var width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > NARROW) {
            faults.add(path + ": is " + width + " wide");
        }
        return faults;
    }

    private static void isWhole(Found found) {
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        if (found.isPage()) {
            assertThat(found.headings()).as(found.toString()).isEqualTo(1);
            assertThat(found.title()).as(found.toString()).matches("\\S.+ · Seloste");
        }
    }

    private Page signedIn(Account colleague) {
        staff.setPassword(colleague.id(), PASSWORD);
        var page = chromium.page(new Browser.NewContextOptions().setViewportSize(1280, 800));
        page.navigate(url("/sign-in"));
        page.fill("#f-email", colleague.email());
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url("/"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
