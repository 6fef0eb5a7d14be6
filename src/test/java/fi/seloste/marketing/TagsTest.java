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
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.evidence.Evidence;
import fi.seloste.marketing.Criteria.Condition;
import fi.seloste.marketing.Criteria.Group;
import fi.seloste.marketing.Criteria.Match;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Sheet;
import fi.seloste.notice.Untold;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.register.PartialRestrictions;
import fi.seloste.register.Party;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import fi.seloste.staff.Visit;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Tags are a category of the notice of their own: whether audiences may ask of them, the notice in force says. */
@MarketingTest
class TagsTest {

    private static final Actor HELMI = new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Rantala");
    private static int visits;

    @Autowired
    Readers readers;

    @Autowired
    Targeting targeting;

    @Autowired
    Questions questions;

    @Autowired
    PartialRestrictions partial;

    @Autowired
    Marketing marketing;

    @Autowired
    Tagging tagging;

    @Autowired
    Drafting drafting;

    @Autowired
    Publishing publishing;

    @Autowired
    Notice notice;

    @Autowired
    Compiler compiler;

    @Autowired
    Declared declared;

    @Autowired
    Staff staff;

    @Autowired
    MockMvc web;

    @BeforeEach
    void the_shipped_notice_is_in_force() {
        readers.purposes.as(Purpose.OWNER, () -> {
            readers.jdbc.sql("delete from notice.version").update();
            readers.jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
    }

    @Test
    @Policy("M14")
    void an_audience_is_who_carries_a_tag_and_a_ban_hides_its_carrier_all_the_same() {
        var ada = tagged("Ada Tunniste", "ada@tunniste.example", "harbour day");
        var boris = tagged("Boris Tunniste", "boris@tunniste.example", "harbour day");
        tagged("Chen Tunniste", "chen@tunniste.example", "night shift");
        assertThat(names("harbour day")).containsExactly("Ada Tunniste", "Boris Tunniste");

        readers.ban(boris);
        assertThat(names("harbour day")).containsExactly("Ada Tunniste");
        assertThat(targeting.reach(carrying("harbour day")).excluded()).contains(new Excluded("banned", 1));

        restricted(ada);
        assertThat(names("harbour day")).as("whose tags are only stored").isEmpty();
        assertThat(names("night shift")).containsExactly("Chen Tunniste");
    }

    @Test
    @Policy("M14")
    void a_notice_that_does_not_tell_tags_apart_keeps_them_with_notes_and_says_what_to_do() throws Exception {
        var ada = tagged("Ada Vanha", "ada@tagit.example", "old friend");
        var audience = targeting.add("Old friends", carrying("old friend"), Readers.JENNY);
        var campaign = marketing.add(
                new Campaign.Plan("To friends", "role-marketing", new Campaign.Sender("Jenny", null), audience, 0),
                Readers.content(),
                Readers.JENNY);
        assertThat(names("old friend")).containsExactly("Ada Vanha");

        published(Untold::tags);

        assertThat(tagsOf(ada)).as("customer relations read them as notes").containsExactly("old friend");
        assertThatThrownBy(() -> names("old friend")).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> readers.purposes.as(
                        Purpose.MARKETING,
                        () -> readers.jdbc
                                .sql("select count(*) from register.person_tag")
                                .query(Long.class)
                                .single()))
                .hasStackTraceContaining("permission denied");
        var jenny = visit(Role.MARKETER);
        var page = "/marketing/audiences/" + audience;
        assertThat(jenny.html(page))
                .contains("has the tag old friend", "keeps this with “Notes”", "Add the category contact-tags")
                .doesNotContain("Ada Vanha", "<option value=\"tag\">");
        assertThat(jenny.html("/marketing/audiences")).contains("Old friends", "not asked");
        assertThat(jenny.html("/marketing/campaigns/" + campaign)).contains("keeps this with “Notes”");
        jenny.sends(page + "/conditions", "version", "1", "group", "0", "field", "tag", "value", "old friend")
                .andExpect(status().isForbidden());
        jenny.sends(page + "/conditions/0/0/removal", "version", "1");
        assertThat(jenny.html(page)).contains("Without a condition it is everybody");
    }

    @Test
    @Policy("M14")
    void the_category_is_taken_into_the_draft_by_one_press_and_asked_once_it_is_published() throws Exception {
        tagged("Ada Lisätty", "ada@lisatty.example", "winter day");
        published(Untold::tags);
        var helmi = visit(Role.PRIVACY_OFFICER);
        assertThat(helmi.html("/settings/notice")).contains("New in this version of the system: Tags", "“Notes”");

        helmi.sends("/settings/notice/categories", "seen", "0", "category", Untold.TAGS)
                .andExpect(status().is3xxRedirection());
        helmi.sends("/settings/notice/categories", "seen", "1", "category", "unheard-of")
                .andExpect(status().isNotFound());
        assertThat(helmi.html("/settings/notice")).doesNotContain("New in this version");
        publishing.publish(drafting.draft(), "", HELMI);

        assertThat(notice.inForce().category(Untold.TAGS))
                .isEqualTo(DeclarationReader.shipped("default").category(Untold.TAGS));
        assertThat(notice.inForce()
                        .processing()
                        .recipients()
                        .get("hosting")
                        .scope()
                        .categories())
                .contains(Untold.TAGS);
        assertThat(names("winter day")).containsExactly("Ada Lisätty");
    }

    @Test
    void every_question_is_told_to_programs_with_its_category_and_why_it_is_withheld() {
        var all = SegmentJson.QuestionsJson.of(questions.all()).items();
        assertThat(all)
                .extracting(SegmentJson.QuestionJson::field)
                .contains(
                        "tag",
                        "organisation-tag",
                        "role",
                        "organisation",
                        "segment",
                        "topic",
                        "language",
                        "event-attended",
                        "opened",
                        "clicked",
                        "acted-since");
        assertThat(all)
                .allSatisfy(one -> assertThat(one.withheld()).as(one.field()).isNull());

        published(sheet ->
                Untold.tags(sheet).set(List.of("customer-relations"), "categories", "organisations", "purposes"));
        assertThat(SegmentJson.QuestionsJson.of(questions.all()).items())
                .filteredOn(one -> one.withheld() != null)
                .extracting(one -> one.field() + " " + one.withheld())
                .containsExactlyInAnyOrder("tag part", "organisation-tag purpose", "segment purpose");
    }

    private void published(UnaryOperator<Sheet> change) {
        drafting.change(null, change, HELMI);
        publishing.publish(drafting.draft(), "", HELMI);
    }

    private static Criteria carrying(String tag) {
        return new Criteria(Match.ALL, List.of(new Group(Match.ALL, false, List.of(new Condition("tag", tag)))));
    }

    private List<String> names(String tag) {
        return targeting.members(carrying(tag), null, null, 10, Evidence.How.LIST, Readers.JENNY).stream()
                .map(Member::name)
                .toList();
    }

    private List<String> tagsOf(PersonId person) {
        return readers.purposes.as(Purpose.CUSTOMER, () -> tagging.of(Party.of(person)));
    }

    private PersonId tagged(String name, String email, String tag) {
        var person = readers.met(readers.firm(name + " Oy"), name, email, "en");
        readers.purposes.as(Purpose.CUSTOMER, () -> tagging.add(Party.of(person), tag, Readers.JENNY));
        return person;
    }

    /** As a request for restriction that was narrowed to tags does. */
    private void restricted(PersonId person) {
        readers.purposes.as(
                Purpose.RIGHTS,
                () -> partial.add(person, Untold.TAGS, new RequestId(Ids.next()), readers.clock.instant()));
    }

    private Visit visit(Role role) throws Exception {
        var email = "visitor" + visits++ + ".tags@halytin.example";
        var account = staff.make(
                new Staff.Newcomer("Jenny Sandberg", email, "en", "Europe/Helsinki"),
                role.permissions(),
                Actor.system("test"));
        staff.setPassword(account, "neljä sinistä sipulia");
        return Visit.of(web, email, "neljä sinistä sipulia");
    }
}
