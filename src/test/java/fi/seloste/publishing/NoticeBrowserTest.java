package fi.seloste.publishing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fi.seloste.Chromium;
import fi.seloste.Policy;
import fi.seloste.ServedTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.notice.Notice;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a figure in a form to the public page, in a real browser, with and without script. */
@ServedTest
class NoticeBrowserTest {

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Notice notice;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    private String email;

    @BeforeEach
    void helmi_answers_for_privacy() {
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        email = "helmi." + Ids.next() + "@kivijarvi.example";
        var newcomer = new Staff.Newcomer("Helmi Virtanen", email, "en", "Europe/Helsinki");
        var helmi = staff.make(newcomer, Role.PRIVACY_OFFICER.permissions(), Actor.system("test"));
        staff.setPassword(helmi, PASSWORD);
    }

    @Test
    @Policy({"N2", "N8"})
    void a_figure_is_changed_looked_at_and_published() {
        var page = signedIn(true);
        page.click("#category-contact-information [data-dialog] >> nth=0");
        page.fill("dialog #f-amount, dialog [name=amount]", "48");
        assertThat(chromium.violations(page)).as("the form over the page").isEmpty();
        page.click("dialog button[type=submit]");
        walked(page);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    @Policy("N2")
    void the_same_without_script() {
        var page = signedIn(false);
        page.click("#category-contact-information [data-dialog] >> nth=0");
        page.fill("[name=amount]", "0");
        page.click("main button[type=submit]");
        assertThat(page.locator("main")).containsText("whole number");
        page.fill("[name=amount]", "48");
        page.click("main button[type=submit]");
        walked(page);
    }

    private void walked(Page page) {
        assertThat(page.locator("#said, .said").first()).containsText("Kept in the draft");
        assertThat(page.locator("main")).containsText("A draft with");
        page.click("text=Review and publish");
        assertThat(page.locator("main")).containsText("Contact information");
        assertThat(page.locator("main del").first()).containsText("24 months");
        assertThat(page.locator("main ins").first()).containsText("4 years");
        assertThat(page.locator("main")).containsText("contact persons of customers");
        page.fill("[name=note]", "Four years of silence");
        page.check("[name=vouched]");
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Privacy notice");
        assertThat(page.locator("main")).containsText("Version 1, in force since");
        page.navigate(url("/notice/versions"));
        assertThat(page.locator("main")).containsText("Four years of silence");
        page.navigate(url("/notice"));
        assertThat(page.locator("#category-contact-information"))
                .containsText("4 years from the person’s own last act");
    }

    @Test
    @Policy("N10")
    void a_file_that_is_wrong_is_shown_line_by_line() {
        var page = signedIn(true);
        page.navigate(url("/settings/notice/upload"));
        var bomb = "a: &a [x]\nb: [*a, *a]\n".getBytes(StandardCharsets.UTF_8);
        page.setInputFiles("#f-file", new FilePayload("notice.yaml", "application/yaml", bomb));
        page.click("main button[type=submit]");
        assertThat(page.locator("main")).containsText("line 1");
        assertThat(page.locator("main")).containsText("Nothing was changed");
    }

    @Test
    void every_page_about_the_notice_can_be_perceived_and_operated() {
        var page = signedIn(true);
        for (var path : List.of(
                "/settings/notice",
                "/settings/notice/purposes",
                "/settings/notice/recipients",
                "/settings/notice/controller",
                "/settings/notice/texts",
                "/settings/notice/categories/contact-information",
                "/settings/notice/categories/contact-information?for=customer-relations",
                "/settings/notice/purposes/role-marketing",
                "/settings/notice/recipients/google-workspace",
                "/settings/notice/new-recipient",
                "/settings/notice/texts/heading.summary",
                "/settings/notice/upload",
                "/settings/notice/publication",
                "/notice/record",
                "/notice/versions",
                "/notice")) {
            page.navigate(url(path));
            assertThat(chromium.violations(page)).as(path).isEmpty();
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private Page signedIn(boolean script) {
        var page = chromium.page(new Browser.NewContextOptions().setJavaScriptEnabled(script));
        page.navigate(url("/sign-in?next=%2Fsettings%2Fnotice"));
        page.fill("#f-email", email);
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Privacy notice");
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
