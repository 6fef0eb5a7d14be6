package fi.seloste.forms;

import fi.seloste.TurnedClock;
import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.PersonId;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.NewPerson;
import fi.seloste.register.Origin;
import fi.seloste.register.PersonName;
import fi.seloste.register.Register;
import fi.seloste.register.Source;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.store.Job;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The forms of these tests and whoever fills them in; letters are read as their readers read them. */
@TestComponent
public class Visitors {

    private final java.util.concurrent.atomic.AtomicInteger came = new java.util.concurrent.atomic.AtomicInteger();

    static final Actor JENNY =
            new Actor(Actor.Kind.STAFF, UUID.fromString("01999999-0000-7000-8000-00000000dddd"), "Jenny Sandberg");
    private static int made;
    static final Pattern STAMP = Pattern.compile("name=\"guard-stamp\" value=\"([^\"]+)\"");
    static final Pattern EDITION = Pattern.compile("name=\"edition\" value=\"(\\d+)\"");
    private static final Pattern LINK = Pattern.compile("/f/confirm/([A-Za-z0-9_-]{32})");

    final Forms forms;
    final Purposes purposes;
    final JdbcClient jdbc;
    final TurnedClock clock;
    final Mail mail;
    private final Declaring declaring;
    private final Texts texts;
    private final Staff staff;
    private final Register register;
    private final List<Job> jobs;
    private final MockMvc web;

    Visitors(
            Forms forms,
            Purposes purposes,
            JdbcClient jdbc,
            TurnedClock clock,
            Mail mail,
            Declaring declaring,
            Texts texts,
            Staff staff,
            Register register,
            List<Job> jobs,
            MockMvc web) {
        this.forms = forms;
        this.purposes = purposes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.mail = mail;
        this.declaring = declaring;
        this.texts = texts;
        this.staff = staff;
        this.register = register;
        this.jobs = jobs;
        this.web = web;
    }

    /** A colleague who answers. */
    AccountId salla() {
        var email = "salla" + made++ + ".forms@halytin.example";
        return staff.make(
                new Staff.Newcomer("Salla Nurmi", email, "en", "Europe/Helsinki"),
                Role.SALESPERSON.permissions(),
                Actor.system("test"));
    }

    Form.Plan plan(String kind, AccountId owner, String... sites) {
        var slug = "form-" + made++;
        return new Form.Plan("Contact us " + slug, slug, kind, new Form.Handling(owner, 2, false, ""), List.of(sites));
    }

    /** Finnish and English, asking for these. */
    Content content(String... kinds) {
        return purposes.as(Purpose.MARKETING, () -> {
            var languages = List.of("fi", "en");
            var fields = new ArrayList<Field>();
            for (var kind : kinds) {
                fields.add(new FieldsForm.Adding(declaring, texts).made(kind, fields, languages));
            }
            return new Content(
                    languages,
                    Map.of(
                            "fi", new Content.Heading("Ota yhteyttä", "Vastaamme pian.", ""),
                            "en", new Content.Heading("Contact us", "We answer soon.", "")),
                    fields);
        });
    }

    UUID draft(Form.Plan plan, Content content) {
        return forms.add(plan, content, JENNY);
    }

    /** Published and open. */
    public Form contact(String... sites) {
        var id = draft(plan(Kinds.CONTACT, salla(), sites), content("name", "email", "phone", "job-title", "message"));
        forms.publish(id, JENNY);
        return forms.get(id);
    }

    String page(Form form) throws Exception {
        return web.perform(
                        MockMvcRequestBuilders.get("/f/" + form.plan().slug()).header("Accept-Language", "en"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** Fills the page in and sends it, after as long as it takes without a script; names and values take turns. */
    ResultActions sends(Form form, String... fields) throws Exception {
        return sends(form, page(form), Duration.ofSeconds(30), fields);
    }

    /** Each visitor comes from an address of their own, so that nobody waits for what another one sent. */
    RequestPostProcessor somebodyElse() {
        var address = "127.0.1." + (1 + came.getAndIncrement() % 250);
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    ResultActions sends(Form form, String page, Duration waits, String... fields) throws Exception {
        clock.advance(waits);
        var request = MockMvcRequestBuilders.post("/f/" + form.plan().slug())
                .contentType("application/x-www-form-urlencoded")
                .header("Accept-Language", "en")
                .with(somebodyElse())
                .param("edition", found(EDITION, page))
                .param("guard-stamp", found(STAMP, page))
                .param("guard-homepage", "");
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }

    /** With the work done, as a browser with scripts does it. */
    public ResultActions worked(Form form, String... fields) throws Exception {
        var page = page(form);
        var all = new ArrayList<>(List.of(fields));
        all.add("guard-work");
        all.add(Work.of(found(STAMP, page), 15));
        return sends(form, page, Duration.ofSeconds(3), all.toArray(String[]::new));
    }

    static String found(Pattern pattern, String page) {
        var match = pattern.matcher(page);
        if (!match.find()) {
            throw new AssertionError("The page has no " + pattern + ": " + page);
        }
        return match.group(1);
    }

    /** What jobs would do, until none of forms is left. */
    public void work() {
        for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            waiting.forEach((instance, job) -> jobs.stream()
                    .filter(one -> one.name().equals(job))
                    .forEach(one -> one.run(instance.substring(job.length()))));
        }
    }

    private Map<String, String> waiting() {
        return purposes.as(Purpose.TECHNICAL, () -> {
            var found = new HashMap<String, String>();
            jdbc.sql(
                            "select task_name, task_instance from store.scheduled_tasks where task_name like 'forms-%' and task_name <> 'forms-tidying'")
                    .query(row -> {
                        found.put(row.getString(1) + row.getString(2), row.getString(1));
                    });
            jdbc.sql("delete from store.scheduled_tasks where task_name like 'forms-%'")
                    .update();
            return found;
        });
    }

    List<Mail.Sent> letters(String address) {
        return mail.newest(200).stream()
                .filter(one -> one.recipient().equals(address))
                .toList();
    }

    String link(String address) {
        return found(LINK, letters(address).getFirst().body());
    }

    public ResultActions confirms(String address) throws Exception {
        return web.perform(MockMvcRequestBuilders.post("/f/confirm/" + link(address)));
    }

    /** Somebody whom the register knows. */
    PersonId known(String name, String email) {
        var person = NewPerson.of(
                        PersonName.of(name), new Origin(Source.MET_IN_PERSON, null, LocalDate.of(2026, 11, 23)))
                .reachedBy(ContactPoint.New.email(email));
        return purposes.as(Purpose.CUSTOMER, () -> register.add(person, JENNY));
    }

    List<UUID> peopleAt(String email) {
        return purposes.as(
                Purpose.RIGHTS,
                () -> jdbc.sql("select person_id from register.contact_point where value = :email order by 1")
                        .param("email", email)
                        .query(UUID.class)
                        .list());
    }

    long count(String sql, Object... parameters) {
        return purposes.as(Purpose.OWNER, () -> {
            var asked = jdbc.sql(sql);
            for (var parameter : parameters) {
                asked = asked.param(parameter);
            }
            return asked.query(Long.class).single();
        });
    }
}
