package fi.seloste.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fi.seloste.Chromium;
import fi.seloste.ServedTest;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in and the pages about accounts, in a real browser with an authenticator. */
@ServedTest
class StaffBrowserTest {

    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Links links;

    @Autowired
    Purposes purposes;

    private AccountId oskari;
    private String email;

    @BeforeEach
    void oskari_works_here() {
        email = "oskari." + Secret.readable(6) + "@kivijarvi.example";
        var newcomer = new Staff.Newcomer("Oskari Salo", email, "en", "Europe/Helsinki");
        oskari = staff.make(newcomer, Role.OPERATOR.permissions(), Actor.system("test"));
        staff.setPassword(oskari, PASSWORD);
    }

    @Test
    void a_passkey_is_added_and_opens_the_account_without_a_password() {
        var context = chromium.window(new Browser.NewContextOptions());
        var page = chromium.page(context);
        authenticator(context, page);
        signIn(page);
        page.navigate(url("/account"));
        page.fill("#f-label", "Work laptop");
        page.click("text=Add a passkey");
        assertThat(page.locator("#said")).containsText("Work laptop");
        assertThat(page.locator("main")).containsText("Work laptop");

        page.context().clearCookies();
        page.navigate(url("/sign-in?next=%2Fstaff"));
        page.click("text=Use a passkey");
        page.waitForURL(url("/staff"));
        assertThat(page.locator("h1")).hasText("Staff");

        page.navigate(url("/account"));
        page.click("main >> text=Remove");
        assertThat(page.locator("#said")).containsText("removed");
        page.context().clearCookies();
        page.navigate(url("/sign-in"));
        page.click("text=Use a passkey");
        assertThat(page.locator("[data-passkey-failed]")).isVisible();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void one_signs_in_and_out_by_keyboard_without_script() {
        var page = chromium.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(url("/account"));
        page.locator("#f-email").focus();
        page.keyboard().type(email);
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("My account");
        assertThat(page.locator("[data-passkey-start]")).isHidden();
    }

    @Test
    void every_page_about_accounts_can_be_perceived_and_operated() {
        var page = chromium.page(new Browser.NewContextOptions());
        for (var path : List.of("/sign-in", "/sign-in/forgotten")) {
            checked(page, path);
        }
        var invitation = purposes.as(Purpose.TECHNICAL, () -> links.make(oskari, Links.Kind.INVITATION));
        checked(page, "/invitation/" + invitation);
        signIn(page);
        var paths = List.of(
                "/account", "/account/second-factor", "/staff", "/staff/new", "/staff/" + oskari, "/teams", "/tokens");
        for (var path : paths) {
            checked(page, path);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private void checked(Page page, String path) {
        page.navigate(url(path));
        assertThat(page.url()).isEqualTo(url(path));
        assertThat(chromium.violations(page)).as(path).isEmpty();
    }

    private void signIn(Page page) {
        page.navigate(url("/sign-in?next=%2Faccount"));
        page.fill("#f-email", email);
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("My account");
    }

    private static void authenticator(BrowserContext context, Page page) {
        var devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
