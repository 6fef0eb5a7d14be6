package fi.seloste.cards;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fi.seloste.Chromium;
import fi.seloste.ServedTest;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.PersonId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.Edit;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.NewPerson;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonField;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of a person and an organisation in a real browser: by keyboard alone, without script, wide and narrow, light and dark. */
@ServedTest
class CardsBrowserTest {

    private static final Actor MARIA = Actor.system("Maria Salo");
    private static final String PASSWORD = "seitsemän hiljaista lumipalloa";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    Register register;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    Purposes purposes;

    private String email;
    private OrganisationId joki;
    private PersonId ada;
    private PersonId twin;

    @BeforeEach
    void ada_and_an_employee() {
        email = "maria.salo." + Ids.next() + "@halytin.example";
        var newcomer = new Staff.Newcomer("Maria Salo", email, "en", "Europe/Helsinki");
        staff.setPassword(staff.make(newcomer, Role.OPERATOR.permissions(), Actor.system("test")), PASSWORD);
        var met = new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23));
        purposes.as(Purpose.CUSTOMER, () -> {
            joki = organisations.add(NewOrganisation.of("Jokivoima Oy", met), MARIA);
            ada = register.add(person("Ada Koskinen", met), MARIA);
            twin = register.add(person("A. Koskinen", met), MARIA);
        });
    }

    private NewPerson person(String name, Origin met) {
        return NewPerson.of(PersonName.of(name), met)
                .reachedBy(
                        ContactPoint.New.email("ada.koskinen@jokivoima.example"),
                        ContactPoint.New.phone("+358401234567"))
                .at(Affiliation.Post.at(joki));
    }

    @Test
    void a_person_is_edited_noted_and_banned_by_keyboard_alone() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/" + ada));
        var keys = page.keyboard();

        keys.press("e");
        assertThat(page.locator("[name=value]")).isFocused();
        keys.press("Tab");
        assertThat(page.locator("form[data-inline-form]"))
                .hasAttribute("action", "/people/" + ada + "/fields/job-title");
        keys.type("Head of buying");
        keys.press("Control+Enter");
        assertThat(page.locator("#card-head")).containsText("Head of buying");
        assertThat(page.locator("#card-facts a[href$='/fields/job-title']")).isFocused();

        keys.press("Enter");
        assertThat(page.locator("[name=value]")).isFocused();
        keys.type("nothing of this");
        keys.press("Escape");
        assertThat(page.locator("#card-facts a[href$='/fields/job-title']")).isFocused();
        assertThat(page.locator("#card-facts")).not().containsText("nothing of this");

        keys.press("c");
        assertThat(page.locator("#composer-text")).isFocused();
        keys.type("asked for a price with 40 users");
        keys.press("Control+Enter");
        assertThat(page.locator("#card-story")).containsText("asked for a price with 40 users");

        keys.press("b");
        assertThat(page.locator("#d-reason")).isFocused();
        keys.type("asked by telephone");
        keys.press("Enter");
        assertThat(page.locator("#said")).containsText("Marketing is banned from now on");
        assertThat(page.locator("#card-lamps")).containsText("asked by telephone");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoever_saves_over_another_sees_both_values_in_the_same_place() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/" + ada));
        page.click("#card-facts a[href$='/fields/department']");
        assertThat(page.locator("[name=value]")).isFocused();
        purposes.as(Purpose.CUSTOMER, () -> {
            register.change(ada, Edit.of(Map.of(PersonField.DEPARTMENT, "Harbour")), MARIA);
        });
        page.fill("[name=value]", "Yard");
        page.keyboard().press("Enter");

        assertThat(page.locator(".both")).containsText("Maria Salo changed this meanwhile");
        assertThat(page.locator(".both")).containsText("Harbour");
        assertThat(page.locator(".both")).containsText("Yard");
        page.click("text=Save mine");
        assertThat(page.locator("#card-facts a[href$='/fields/department']")).containsText("Yard");

        page.click("#card-facts a[href$='/fields/department']");
        assertThat(page.locator("[name=value]")).isFocused();
        purposes.as(Purpose.CUSTOMER, () -> {
            register.change(ada, Edit.of(Map.of(PersonField.DEPARTMENT, "Depot")), MARIA);
        });
        page.fill("[name=value]", "Quay");
        page.keyboard().press("Enter");
        page.click("text=Leave it as it is");
        assertThat(page.locator("#card-facts a[href$='/fields/department']")).containsText("Depot");
    }

    @Test
    void a_field_that_is_pressed_twice_opens_once_and_is_given_back_as_it_was() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/" + ada));
        page.evaluate("""
                () => {
                  const link = document.querySelector('#card-facts a[href$="/fields/job-title"]');
                  link.click();
                  link.click();
                }""");
        assertThat(page.locator("[name=value]")).isFocused();
        page.evaluate("() => new Promise((resolve) => setTimeout(resolve, 300))");
        page.keyboard().press("Escape");
        assertThat(page.locator("#card-facts a[href$='/fields/job-title']")).isFocused();
    }

    @Test
    void what_is_written_in_one_field_stays_while_another_is_saved() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/" + ada));
        var title = page.locator("form[action$='/fields/job-title'] [name=value]");
        var department = page.locator("form[action$='/fields/department'] [name=value]");
        page.click("#card-facts a[href$='/fields/job-title']");
        title.fill("Head of buying");
        page.click("#card-facts a[href$='/fields/department']");
        assertThat(department).isFocused();
        department.fill("Harbour");
        page.evaluate("document.querySelector(\"form[action$='/fields/job-title']\").requestSubmit()");

        assertThat(page.locator("#card-head")).containsText("Head of buying");
        assertThat(department).hasValue("Harbour");
        assertThat(department).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#card-facts a[href$='/fields/department']")).containsText("Harbour");
        assertThat(page.locator("#card-facts a[href$='/fields/job-title']")).containsText("Head of buying");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void of_two_values_saved_at_once_each_is_answered_where_it_stands() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/" + ada));
        var department = page.locator("#card-facts a[href$='/fields/department']");
        saveTogether(page, "Head of buying", "Harbour");
        assertThat(department).containsText("Harbour");
        assertThat(page.locator("#card-facts form")).hasCount(0);

        saveTogether(
                page,
                "Head of sales",
                "Yard",
                () -> purposes.as(Purpose.CUSTOMER, () -> {
                    register.change(ada, Edit.of(Map.of(PersonField.DEPARTMENT, "Depot")), MARIA);
                }));
        assertThat(page.locator(".both")).containsText("Depot");
        assertThat(page.locator(".both")).containsText("Yard");
        page.click("text=Save mine");
        assertThat(department).containsText("Yard");
        assertThat(page.locator("#card-facts form")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    private void saveTogether(Page page, String title, String department) {
        saveTogether(page, title, department, () -> {});
    }

    /** Both are on their way before the title is answered; what happens meanwhile comes before the answer to the department. */
    private void saveTogether(Page page, String title, String department, Runnable meanwhile) {
        var sent = new LinkedHashMap<String, Route>();
        var fields = List.of("job-title", "department");
        for (var field : fields) {
            page.route("**/fields/" + field, route -> {
                if (route.request().method().equals("GET") || sent.putIfAbsent(field, route) != null) {
                    route.resume();
                }
            });
        }
        page.reload(); // of a page that was there before, Chromium may let the first requests pass
        for (var field : fields) {
            page.click("#card-facts a[href$='/fields/" + field + "']");
            assertThat(value(page, field)).isFocused();
        }
        value(page, "job-title").fill(title);
        value(page, "department").fill(department);
        for (var field : fields) {
            page.evaluate("document.querySelector(\"form[action$='/fields/" + field + "']\").requestSubmit()");
            page.waitForCondition(() -> sent.containsKey(field));
        }
        sent.get("job-title").resume();
        assertThat(page.locator("#card-head")).containsText(title);
        meanwhile.run();
        sent.get("department").resume();
    }

    private static Locator value(Page page, String field) {
        return page.locator("form[action$='/fields/" + field + "'] [name=value]");
    }

    @Test
    void without_script_a_field_is_a_small_page() {
        var page = chromium.page(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        signIn(page);
        page.navigate(url("/people/" + ada));
        page.click("#card-facts a[href$='/fields/job-title']");
        assertThat(page.locator("h1")).hasText("Job title");
        page.fill("#f-value", "Foreman");
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Ada Koskinen");
        assertThat(page.locator("#card-head")).containsText("Foreman");
    }

    @Test
    void an_organisation_is_found_while_its_name_is_written() {
        var page = chromium.page(new Browser.NewContextOptions());
        signIn(page);
        page.navigate(url("/people/new"));
        page.locator("#f-organisation").pressSequentially("joki");
        assertThat(page.locator(".choices")).containsText("Jokivoima Oy");
        assertThat(page.locator(".choices")).containsText("A new organisation: joki");

        page.navigate(url("/people/" + ada));
        page.click("summary.btn");
        page.click("text=Moved to another organisation");
        page.locator("#d-organisation").pressSequentially("Kanava Oy");
        page.click("#over .choices >> text=A new organisation: Kanava Oy");
        page.fill("#d-title", "Harbour master");
        page.click("#over button[type=submit] >> text=Move");
        assertThat(page.locator("#card-head")).containsText("Kanava Oy");
        assertThat(page.locator("#said")).containsText("The change of job is kept");
    }

    @Test
    void every_page_can_be_perceived_wide_and_narrow_light_and_dark() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1440, 390)) {
                var page = chromium.page(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
                signIn(page);
                for (var path : paths()) {
                    page.navigate(url(path));
                    assertThat(chromium.violations(page))
                            .as(path + " " + width + " " + scheme)
                            .isEmpty();
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits into %d pixels", path, width)
                            .isTrue();
                }
                page.context().close();
            }
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    private List<String> paths() {
        return List.of(
                "/people/" + ada,
                "/people/" + ada + "/ban",
                "/people/" + ada + "/fields/language",
                "/people/" + ada + "/points/new",
                "/people/" + ada + "/job-change",
                "/people/" + ada + "/history",
                "/people/" + ada + "/merge/" + twin,
                "/people/new",
                "/organisations/" + joki,
                "/organisations/new",
                "/settings/fields");
    }

    private void signIn(Page page) {
        page.navigate(url("/sign-in?next=%2Faccount"));
        page.fill("#f-email", email);
        page.fill("#f-password", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("My account");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
