package fi.seloste;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The main job as a person does it: a list comes in, a person is worked with, asks, is answered, is erased and stays away. */
@ServedTest
@Import(Backstage.class)
class WalkBrowserTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final Path LIST = Path.of("examples", "plain-utf8.csv");
    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";
    private static final String ADA = "ada.koskinen@koivu-kaarna.example";
    private static final String BORIS = "boris.nystrom@saaristo-vene.example";

    @LocalServerPort
    int port;

    @Autowired
    Backstage backstage;

    @Autowired
    Staff staff;

    @Test
    @Policy({"N2", "R7", "R10", "R12", "R17", "R20", "R24"})
    void a_list_comes_in_a_person_asks_and_is_erased_and_does_not_come_back() throws IOException {
        var desk = chromium.page(new Browser.NewContextOptions().setViewportSize(1280, 800));
        signIn(desk);
        assertThat(desk.locator("main")).containsText("Bring in the people you know");
        fine(desk);
        aListComesIn(desk);
        aSecondOneIsTakenBack(desk);
        var ada = adaIsWorkedWith(desk);
        theNoticeIsChanged(desk, ada);
        borisIsBanned(desk);
        adaAsksForACopy(desk);
        adaIsErased(desk, ada);
        theSameListAgain(desk);
        assertThat(chromium.complaints()).isEmpty();
    }

    private void signIn(Page page) {
        var email = "maria." + Ids.next() + "@halytin.example";
        var newcomer = new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki");
        var account = staff.make(newcomer, Role.OPERATOR.permissions(), Actor.system("test"));
        staff.setPassword(account, PASSWORD);
        page.navigate(url("/sign-in"));
        fine(page);
        page.fill("#f-email", email);
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url("/"));
    }

    private void aListComesIn(Page page) {
        preview(page, "met-in-person", "");
        assertThat(page.locator("main")).containsText("Ada Koskinen");
        fine(page);
        committed(page);
        assertThat(page.locator("main")).containsText("It is in the register: 10 new and 0 changed.");
        fine(page);
    }

    private void aSecondOneIsTakenBack(Page page) {
        preview(page, "meeting", "");
        committed(page);
        press(page, "Take back");
        assertThat(page.locator("main button.btn-danger")).isVisible();
        fine(page);
        page.click("main button.btn-danger");
        page.waitForURL(Pattern.compile(".*/imports/[^/]+$"));
        backstage.work();
        page.reload();
        assertThat(page.locator("main")).containsText("was taken back");
        page.navigate(url("/people"));
        assertThat(page.locator("[data-item]")).hasCount(10);
    }

    private void preview(Page page, String source, String detail) {
        page.navigate(url("/imports"));
        fine(page);
        page.setInputFiles("#f-file", LIST);
        press(page, "Read the file");
        assertThat(page.locator("main")).containsText("Job title");
        fine(page);
        page.check("[name=source][value=" + source + "]");
        page.fill("[name=sourceDetail]", detail);
        press(page, "Look at the people");
        page.waitForURL(Pattern.compile(".*/imports/[^/]+$"));
        backstage.work();
        page.reload();
    }

    private void committed(Page page) {
        press(page, "Bring into the register");
        assertThat(page.locator("main")).not().containsText("Bring into the register");
        backstage.work();
        page.reload();
    }

    private String adaIsWorkedWith(Page page) {
        page.keyboard().press("/");
        page.keyboard().type("ada");
        assertThat(page.locator("[data-item]")).hasCount(1);
        page.click("[data-item] a >> text=Ada Koskinen");
        assertThat(page.locator("h1")).hasText("Ada Koskinen");
        assertThat(page.locator("#card-lamps")).isVisible();
        fine(page);
        page.keyboard().press("c");
        assertThat(page.locator("#composer-text")).isFocused();
        page.keyboard().type("asked for a price with 40 users");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#card-story")).containsText("asked for a price with 40 users");
        page.click("#card-facts a[href$='/fields/job-title']");
        assertThat(page.locator("[name=value]")).isFocused();
        page.fill("[name=value]", "Head of buying");
        page.keyboard().press("Enter");
        assertThat(page.locator("#card-head")).containsText("Head of buying");
        picture(page, "person.png");
        var at = page.url();
        page.navigate(at.replaceAll("[?#].*", "") + "/history");
        assertThat(page.locator("main")).containsText("Head of buying");
        fine(page);
        page.navigate(at);
        page.click("#card-head a[href*='/organisations/']");
        assertThat(page.locator("h1")).hasText("Koivu & Kaarna Oy");
        fine(page);
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).containsText("Search");
        page.keyboard().press("Escape");
        return at;
    }

    private void theNoticeIsChanged(Page page, String ada) {
        page.navigate(ada);
        assertThat(page.locator("#card-facts")).containsText("24 months from the person’s own last act");
        page.keyboard().press("g");
        page.keyboard().press("n");
        page.click("#category-contact-information [data-dialog] >> nth=0");
        page.fill("dialog [name=amount]", "48");
        page.click("dialog button[type=submit]");
        assertThat(page.locator("main")).containsText("A draft with");
        fine(page);
        page.click("text=Review and publish");
        assertThat(page.locator("main del").first()).containsText("24 months");
        assertThat(page.locator("main ins").first()).containsText("4 years");
        fine(page);
        page.fill("[name=note]", "Four years of silence");
        page.check("[name=vouched]");
        page.click("main button[type=submit]");
        assertThat(page.locator("main")).containsText("in force since");
        page.navigate(url("/notice"));
        assertThat(page.locator("#category-contact-information"))
                .containsText("4 years from the person’s own last act");
        page.navigate(ada);
        assertThat(page.locator("#card-facts")).containsText("4 years from the person’s own last act");
    }

    private void borisIsBanned(Page page) {
        page.keyboard().press("Control+k");
        page.keyboard().type("boris");
        assertThat(page.locator("#found")).containsText("Boris Nyström");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Boris Nyström");
        page.keyboard().press("b");
        assertThat(page.locator("#d-reason")).isFocused();
        page.keyboard().type("asked by telephone");
        page.keyboard().press("Enter");
        assertThat(page.locator("#card-lamps")).containsText("asked by telephone");
    }

    private void adaAsksForACopy(Page desk) throws IOException {
        var known = asks("access", ADA);
        var unknown = asks("access", "nobody@koivu-kaarna.example");
        assertThat(unknown.locator("main").innerText())
                .isEqualTo(known.locator("main").innerText());
        proves(known, ADA);
        assertThat(known.locator("main")).containsText("Ada Koskinen");
        narrow(known);
        openRequest(desk);
        assertThat(desk.locator("main")).containsText("Ada Koskinen");
        assertThat(desk.locator("main")).containsText("Regulation 1182/71, Art. 3");
        picture(desk, "request.png");
        fine(desk);
        press(desk, "Send the answer");
        assertThat(desk.locator("#said")).isVisible();
        backstage.work();
        known.navigate(url(backstage.found(known, ADA, "(/privacy/answer/\\S+)")));
        narrow(known);
        press(known, "Send me the code");
        known.fill("#f-code", backstage.found(known, ADA, "\n    (\\d{6})\n"));
        var fetched = known.waitForDownload(() -> press(known, "Fetch the answer"));
        assertThat(Backstage.unzip(fetched.path()))
                .containsKeys("letter.html", "data.html", "data.json", "completeness.html")
                .hasEntrySatisfying("data.json", json -> assertThat(json).contains(ADA));
    }

    private void adaIsErased(Page desk, String ada) {
        var subject = asks("erasure", ADA);
        proves(subject, ADA);
        subject.navigate(subject.url().replaceAll("[?#].*", "").replaceAll("/erasure$", "") + "/erasure");
        assertThat(subject.locator("main")).containsText("Ban marketing instead");
        narrow(subject);
        press(subject, "Ask for the erasure");
        assertThat(subject.locator("main")).containsText("Why we have your data");
        openRequest(desk);
        assertThat(desk.locator("main")).containsText("Plan and erase");
        desk.click("main a[href$='/plan']");
        var label = desk.locator(".confirm [name=word]");
        assertThat(label).isVisible();
        fine(desk);
        label.fill(String.valueOf(label.getAttribute("pattern")));
        desk.click("main button.btn-danger");
        assertThat(desk.locator("#said")).isVisible();
        backstage.work();
        desk.click("main a[href$='/certificate']");
        assertThat(desk.locator("main")).containsText("Erased");
        fine(desk);
        var gone = desk.navigate(ada);
        assertThat(gone.status()).isEqualTo(404);
    }

    private void theSameListAgain(Page desk) {
        preview(desk, "public-web", "https://koivu-kaarna.example/people");
        assertThat(desk.locator("main")).containsText("One has been erased and is not collected again");
        committed(desk);
        desk.navigate(url("/people"));
        assertThat(desk.locator("main")).containsText("Boris Nyström");
        assertThat(desk.locator("main")).not().containsText("Ada Koskinen");
        desk.navigate(url("/people?as=marketing"));
        assertThat(desk.locator("h1")).hasText("People");
        assertThat(desk.locator("main")).not().containsText("Boris Nyström");
    }

    private Page asks(String right, String email) {
        var page = chromium.page(new Browser.NewContextOptions().setViewportSize(390, 844));
        page.navigate(url("/privacy"));
        narrow(page);
        page.check("[name=right][value=" + right + "]");
        page.fill("#f-email", email);
        press(page, "Ask");
        assertThat(page.locator("h1")).hasText("Look into your mail");
        narrow(page);
        backstage.work();
        return page;
    }

    private void proves(Page page, String email) {
        page.fill("#f-code", backstage.found(page, email, "\n    (\\d{6})\n"));
        press(page, "Go on");
        page.waitForURL(Pattern.compile(".*/privacy/own/.*"));
        backstage.work();
    }

    private void openRequest(Page desk) {
        desk.navigate(url("/rights/requests"));
        fine(desk);
        desk.locator("tr[data-item] a").first().click();
        desk.waitForURL(Pattern.compile(".*/rights/requests/.+"));
    }

    private void press(Page page, String name) {
        page.locator("main")
                .locator("button, a.btn")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private void fine(Page page) {
        assertThat(chromium.violations(page)).as(page.url()).isEmpty();
    }

    private void narrow(Page page) {
        fine(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(390);
    }

    private void picture(Page page, String name) {
        // Taken in any case: it leaves style attributes behind, as drawing a field larger does, and none may be copied
        // on.
        var options = new Page.ScreenshotOptions();
        if ("write".equals(System.getProperty("seloste.pictures"))) {
            options.setPath(Path.of("docs", "pictures", name));
        }
        page.screenshot(options);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
