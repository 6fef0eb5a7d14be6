package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fi.seloste.Policy;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.base.RequestId;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.marketing.Criteria.Group;
import fi.seloste.marketing.Criteria.Match;
import fi.seloste.register.CustomField;
import fi.seloste.register.CustomField.Holder;
import fi.seloste.register.CustomField.Kind;
import fi.seloste.register.OwnFields;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A field of the company's own is of a category of the notice: whether audiences may ask it follows from that, and the database holds to it. */
@MarketingTest
class OwnFieldsAskedTest {

    private static final Actor HELMI = new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Rantala");
    private static final String NOTES = "relationship-notes";
    private static final String TAGS = "contact-tags";
    private static final String CONTACTS = "contact-information";
    private static final String ORGANISATIONS = "organisations";
    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Targeting targeting;

    @Autowired
    Questions questions;

    @Autowired
    OwnFields own;

    @Autowired
    PartialRestrictions partial;

    @Autowired
    Marketing marketing;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @Test
    @Policy("M16")
    void an_audience_is_whose_own_field_says_so_and_a_ban_hides_them_all_the_same() {
        var interest = declared(Holder.PERSON, "Interest", Kind.CHOICE, TAGS, "Drills", "Crises");
        var ada = having("Ada Kenttä", interest, "Crises");
        var boris = having("Boris Kenttä", interest, "Crises");
        having("Chen Kenttä", interest, "Drills");
        assertThat(names("own:interest", "Crises")).containsExactly("Ada Kenttä", "Boris Kenttä");

        readers.ban(boris);
        assertThat(names("own:interest", "Crises")).containsExactly("Ada Kenttä");
        assertThat(targeting.reach(asking("own:interest", "Crises")).excluded()).contains(new Excluded("banned", 1));

        restricted(ada, TAGS);
        assertThat(names("own:interest", "Crises"))
                .as("whose values are only stored")
                .isEmpty();
        assertThat(names("own:interest", "Drills")).containsExactly("Chen Kenttä");
    }

    @Test
    @Policy("M16")
    void what_marketing_does_not_read_is_refused_by_the_database_and_told_with_what_to_do() throws Exception {
        var hobby = declared(Holder.PERSON, "Hobby", Kind.TEXT, NOTES);
        having("Ada Harrastus", hobby, "sailing");
        assertThat(rows(Purpose.CUSTOMER, "register.custom_value_of_notes", hobby))
                .isEqualTo(1);

        for (var table : List.of("register.custom_value_of_notes", "register.custom_value")) {
            for (var purpose : List.of(Purpose.MARKETING, Purpose.KEEPING)) {
                assertThatThrownBy(() -> rows(purpose, table, hobby))
                        .as("%s of %s", table, purpose)
                        .hasStackTraceContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> names("own:hobby", "sailing")).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> targeting.add("Sailors", asking("own:hobby", "sailing"), Readers.JENNY))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(SegmentJson.QuestionsJson.of(questions.all()).items())
                .filteredOn(one -> one.field().startsWith("own:hobby"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.withheld()).isEqualTo("own"));
        var jenny = visit(Role.MARKETER);
        var audience = targeting.add("Anybody", Criteria.EVERYBODY, Readers.JENNY);
        assertThat(jenny.html("/marketing/audiences/" + audience))
                .contains("“Hobby” cannot be asked: this own field belongs to “Notes”", "Own fields")
                .doesNotContain("<option value=\"own:hobby\">");
        jenny.sends(
                        "/marketing/audiences/" + audience + "/conditions",
                        "version",
                        "1",
                        "field",
                        "own:hobby",
                        "value",
                        "sailing")
                .andExpect(status().isForbidden());
    }

    @Test
    @Policy("M16")
    void a_field_that_is_said_to_be_something_else_is_that_at_once_and_who_said_so_is_evidence() {
        var line = declared(Holder.PERSON, "Line of business", Kind.TEXT, NOTES);
        var ada = having("Ada Ala", line, "ports");
        var audience = targeting.add("Kept for later", Criteria.EVERYBODY, Readers.JENNY);
        assertThatThrownBy(() -> names("own:line-of-business", "ports")).isInstanceOf(Problem.NotAllowed.class);

        filed(line, TAGS);
        assertThat(names("own:line-of-business", "ports")).containsExactly("Ada Ala");
        assertThat(rows(Purpose.CUSTOMER, "register.custom_value_of_tags", line))
                .isEqualTo(1);
        assertThat(rows(Purpose.CUSTOMER, "register.custom_value_of_notes", line))
                .isZero();
        targeting.change(audience, 1, "Harbours", asking("own:line-of-business", "ports"));
        assertThat(targeting.fitting(targeting.get(audience).criteria(), List.of(ada)))
                .containsExactly(ada);

        filed(line, NOTES);
        assertThatThrownBy(() -> targeting.count(targeting.get(audience).criteria()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(targeting.fitting(targeting.get(audience).criteria(), List.of(ada)))
                .isEmpty();
        assertThat(filings(line))
                .containsExactly(
                        HELMI.id() + " {\"from\":\"relationship-notes\",\"to\":\"contact-tags\"}",
                        HELMI.id() + " {\"from\":\"contact-tags\",\"to\":\"relationship-notes\"}");
        filed(line, NOTES);
        assertThat(filings(line)).as("nothing was changed").hasSize(2);
    }

    @Test
    @Policy("M16")
    void numbers_days_words_and_yes_are_asked_as_what_they_are() {
        var seats = declared(Holder.PERSON, "Seats", Kind.NUMBER, CONTACTS);
        var since = declared(Holder.PERSON, "In the trade since", Kind.DATE, CONTACTS);
        var words = declared(Holder.PERSON, "Words", Kind.TEXT, CONTACTS);
        var chair = declared(Holder.PERSON, "Chairs a group", Kind.YES_NO, CONTACTS);
        var ada = having("Ada Luku", seats, "9");
        set(ada, since, "2019-05-31");
        set(ada, words, "Ääniä satamassa");
        set(ada, chair, "yes");
        var boris = having("Boris Luku", seats, "100,5");
        set(boris, since, "2021-01-01");
        set(boris, chair, "no");

        assertThat(names("own:seats:from", "10")).as("not as words are sorted").containsExactly("Boris Luku");
        assertThat(names("own:seats:to", "9.0")).containsExactly("Ada Luku");
        assertThat(names("own:seats", "100.50")).containsExactly("Boris Luku");
        assertThat(names("own:in-the-trade-since:since", "2021-01-01")).containsExactly("Boris Luku");
        assertThat(names("own:in-the-trade-since:before", "2021-01-01")).containsExactly("Ada Luku");
        assertThat(names("own:words:contains", "ÄÄNI")).containsExactly("Ada Luku");
        assertThat(names("own:words", "ääniä")).isEmpty();
        assertThat(names("own:chairs-a-group", "yes")).containsExactly("Ada Luku");
        assertThat(names("own:words:known", "yes")).containsExactly("Ada Luku");
        assertThat(names("own:words:known", "no")).contains("Boris Luku").doesNotContain("Ada Luku");
    }

    @Test
    void what_makes_no_sense_is_refused_by_its_name() {
        declared(Holder.PERSON, "Headcount", Kind.NUMBER, CONTACTS);
        declared(Holder.PERSON, "Renewal", Kind.DATE, CONTACTS);
        declared(Holder.PERSON, "Level", Kind.CHOICE, CONTACTS, "gold", "tin");

        for (var wrong : List.of(
                new Condition("own:headcount:from", "many"),
                new Condition("own:renewal:since", "31.2.2026"),
                new Condition("own:level", "silver"),
                new Condition("own:level:known", "perhaps"),
                new Condition("own:headcount", " "))) {
            assertThatThrownBy(() -> targeting.add("Wrong", criteria(wrong), Readers.JENNY))
                    .as("%s", wrong)
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("value"));
        }
        for (var code : List.of(
                "own:",
                "own:nobody",
                "own:headcount:contains",
                "own:headcount:",
                "own:headcount:from:to",
                "own:level';")) {
            assertThatThrownBy(() -> targeting.add("Unknown", asking(code, "1"), Readers.JENNY))
                    .as(code)
                    .isInstanceOfSatisfying(
                            Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("field"));
        }
        assertThatThrownBy(() -> declared(Holder.ORGANISATION, "Of nobody", Kind.TEXT, TAGS))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, e -> assertThat(e.field()).isEqualTo("category"));
        assertThatThrownBy(() -> declared(Holder.PERSON, "Salary", Kind.TEXT, "invoicing-collections"))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    @Policy("M16")
    void a_field_of_organisations_is_asked_of_where_people_work() {
        var plan = declared(Holder.ORGANISATION, "Plan", Kind.CHOICE, ORGANISATIONS, "Basic", "Plus");
        var users = declared(Holder.ORGANISATION, "Users", Kind.NUMBER, ORGANISATIONS);
        var big = readers.firm("Iso Kenttä Oy");
        var small = readers.firm("Pieni Kenttä Oy");
        readers.met(big, "Ada Iso", "ada@isokentta.example", "en");
        readers.met(small, "Boris Pieni", "boris@pienikentta.example", "en");
        set(Party.of(big), plan, "Plus");
        set(Party.of(big), users, "1200");
        set(Party.of(small), plan, "Basic");

        assertThat(names("own:plan", "Plus")).containsExactly("Ada Iso");
        assertThat(names("own:users:from", "1000")).containsExactly("Ada Iso");
        assertThat(names("own:users:known", "no")).contains("Boris Pieni").doesNotContain("Ada Iso");
        assertThat(questions.said(new Condition("own:plan", "Plus")).key()).isEqualTo("marketing.own.condition.is");
    }

    @Test
    @Policy("M16")
    void an_audience_that_asks_a_field_that_is_no_more_says_so_and_is_taken_apart_piece_by_piece() throws Exception {
        var medal = declared(Holder.PERSON, "Medal", Kind.TEXT, TAGS);
        var ribbon = declared(Holder.PERSON, "Ribbon", Kind.TEXT, TAGS);
        having("Ada Mitali", medal, "gold");
        var audience = targeting.add(
                "Winners",
                criteria(new Condition("own:medal", "gold"), new Condition("own:ribbon", "blue")),
                Readers.JENNY);
        var campaign = marketing.add(
                new Campaign.Plan("To winners", "role-marketing", new Campaign.Sender("Jenny", null), audience, 0),
                Readers.content(),
                Readers.JENNY);
        assertThat(names("own:medal", "gold")).containsExactly("Ada Mitali");

        readers.purposes.as(Purpose.CUSTOMER, () -> {
            own.remove(medal);
            own.remove(ribbon);
        });

        assertThatThrownBy(() -> targeting.count(targeting.get(audience).criteria()))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(targeting.fitting(targeting.get(audience).criteria(), new UUID(0, 0), 5))
                .isEmpty();
        var jenny = visit(Role.MARKETER);
        var page = "/marketing/audiences/" + audience;
        assertThat(jenny.html(page))
                .contains("Medal: gold", "“Medal” cannot be asked: this own field was retired on")
                .doesNotContain("Ada Mitali");
        assertThat(jenny.html("/marketing/campaigns/" + campaign)).contains("“Medal” cannot be asked");
        jenny.sends(page + "/conditions/0/0/removal", "version", "1").andExpect(status().is3xxRedirection());
        assertThat(jenny.html(page)).contains("“Ribbon” cannot be asked").doesNotContain("“Medal”");
        jenny.sends(page + "/conditions/0/0/removal", "version", "2").andExpect(status().is3xxRedirection());
        assertThat(jenny.html(page)).contains("Without a condition it is everybody");

        var other = declared(Holder.PERSON, "Medal", Kind.TEXT, TAGS);
        assertThat(readers.purposes.as(Purpose.CUSTOMER, () -> own.get(other)).key())
                .as("what asked the one that is gone is not answered by this one")
                .isEqualTo("medal-2");
    }

    @Test
    @Policy("M16")
    void whoever_had_the_old_category_restricted_has_the_new_one_restricted_with_it() {
        var ally = declared(Holder.PERSON, "Ally", Kind.YES_NO, NOTES);
        var ada = having("Ada Suojattu", ally, "yes");
        having("Boris Avoin", ally, "yes");
        restricted(ada, NOTES);

        assertThatThrownBy(() -> filed(ally, CONTACTS))
                .as("what cannot be restricted alone would bring it back into use")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(rows(Purpose.RIGHTS, "register.custom_value_of_notes", ally)).isEqualTo(2);

        filed(ally, TAGS);
        assertThat(names("own:ally", "yes")).containsExactly("Boris Avoin");
        assertThat(readers.purposes.as(Purpose.RIGHTS, () -> partial.of(ada))).containsExactly(TAGS, NOTES);
        assertThat(rows(Purpose.RIGHTS, "register.custom_value_of_tags", ally)).isEqualTo(2);
    }

    @Test
    void whoever_looks_after_fields_says_on_the_page_what_they_are_and_who_reads_them_stands_beside() throws Exception {
        var maria = visit(Permissions.allOf(List.of(Purpose.CUSTOMER)));
        assertThat(maria.html("/settings/fields"))
                .contains(
                        "A word that groups people",
                        "Marketing that belongs to the job",
                        "Marketing may ask it",
                        "Marketing does not see it");
        maria.sends("/settings/fields", "belongs", "organisation:contact-tags", "name", "Nowhere", "kind", "text")
                .andExpect(status().isBadRequest());
        maria.sends("/settings/fields", "belongs", "nobody", "name", "Nowhere", "kind", "text")
                .andExpect(status().isBadRequest());
        maria.sends("/settings/fields", "belongs", "person:contact-tags", "name", "Favourite drill", "kind", "text")
                .andExpect(status().is3xxRedirection());
        var field = readers.purposes.as(
                Purpose.CUSTOMER, () -> own.byKey("favourite-drill").orElseThrow());
        assertThat(field.category()).isEqualTo(TAGS);

        assertThat(maria.html("/settings/fields/" + field.id())).contains("own:favourite-drill");
        maria.sends("/settings/fields/" + field.id(), "name", "Favourite drill", "belongs", "person:" + NOTES)
                .andExpect(status().is3xxRedirection());
        assertThat(readers.purposes
                        .as(Purpose.CUSTOMER, () -> own.get(field.id()))
                        .category())
                .isEqualTo(NOTES);
        assertThat(filings(field.id())).hasSize(1);
    }

    private UUID declared(Holder holder, String name, Kind kind, String category, String... choices) {
        return readers.purposes.as(
                Purpose.CUSTOMER,
                () -> own.declare(new CustomField.New(holder, name, kind, category, List.of(choices))));
    }

    private void filed(UUID field, String category) {
        readers.purposes.as(Purpose.CUSTOMER, () -> own.file(field, category, HELMI));
    }

    private PersonId having(String name, UUID field, String value) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.').replace("ä", "a") + "@kentat.example";
        var person = readers.met(readers.firm(name + " Oy"), name, email, "en");
        set(person, field, value);
        return person;
    }

    private void set(PersonId person, UUID field, String value) {
        set(Party.of(person), field, value);
    }

    private void set(Party party, UUID field, String value) {
        readers.purposes.as(Purpose.CUSTOMER, () -> own.set(party, field, value, Readers.JENNY));
    }

    private void restricted(PersonId person, String category) {
        readers.purposes.as(
                Purpose.RIGHTS,
                () -> partial.add(person, category, new RequestId(Ids.next()), readers.clock.instant()));
    }

    private static Criteria asking(String field, String value) {
        return criteria(new Condition(field, value));
    }

    private static Criteria criteria(Condition... conditions) {
        return new Criteria(Match.ALL, List.of(new Group(Match.ALL, false, List.of(conditions))));
    }

    private List<String> names(String field, String value) {
        var criteria = questions.checked(asking(field, value));
        var names = targeting.members(criteria, null, null, 50, Evidence.How.LIST, Readers.JENNY).stream()
                .map(Member::name)
                .toList();
        assertThat(targeting.count(criteria)).isEqualTo(names.size());
        return names;
    }

    private long rows(Purpose purpose, String table, UUID field) {
        return readers.purposes.as(
                purpose,
                () -> readers.jdbc
                        .sql("select count(*) from %s v where v.custom_field_id = :field".formatted(table))
                        .param("field", field)
                        .query(Long.class)
                        .single());
    }

    private List<String> filings(UUID field) {
        return readers.purposes.as(
                Purpose.OWNER,
                () -> readers.jdbc
                        .sql("""
                                select e.actor_id || ' ' || d.detail
                                  from evidence.entry e
                                  join evidence.detail d on d.entry_id = e.entry_id
                                 where e.act = 'own-field-filed' and e.object_id = :field
                                 order by e.entry_id""")
                        .param("field", field)
                        .query(String.class)
                        .list());
    }

    private Visit visit(Role role) throws Exception {
        return visit(role.permissions());
    }

    private Visit visit(Permissions permissions) throws Exception {
        var email = "visitor" + visits++ + ".fields@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                permissions,
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
