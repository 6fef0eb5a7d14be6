package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.TurnedClock;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.datamap.Compiler;
import fi.seloste.datamap.Declared;
import fi.seloste.marketing.Block;
import fi.seloste.marketing.Content;
import fi.seloste.marketing.Criteria;
import fi.seloste.marketing.MailSink;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.MarketingTest;
import fi.seloste.marketing.Readers;
import fi.seloste.marketing.Sending;
import fi.seloste.marketing.Targeting;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Sheet;
import fi.seloste.publishing.Drafting;
import fi.seloste.publishing.Publishing;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the notice in force says decides what is followed, of whom, and what may be asked. */
@MarketingTest
@Import(Postbox.class)
class NoticeDecidesTest {

    private static final Actor HELMI = new Actor(Actor.Kind.STAFF, Ids.next(), "Helmi Rantala");

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Postbox post;

    @Autowired
    Sending sending;

    @Autowired
    Marketing marketing;

    @Autowired
    Targeting targeting;

    @Autowired
    Responses responses;

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
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnedClock clock;

    @BeforeEach
    void the_shipped_notice_is_in_force() {
        sink.open();
        purposes.as(Purpose.OWNER, () -> {
            jdbc.sql("delete from notice.version").update();
            jdbc.sql("delete from publishing.draft").update();
        });
        notice.lookAgain();
        compiler.compile(declared);
    }

    @Test
    @Policy("O3")
    void a_notice_that_lets_marketing_keep_none_of_it_follows_nothing_and_campaigns_leave_all_the_same()
            throws Exception {
        var firm = readers.firm("Jokivoima Oy");
        var ada = post.agreed(firm, "ada.silent@jokivoima.example");
        var before = sent(firm, Readers.content());
        var old = Postbox.click(post.mail("ada.silent@jokivoima.example"));
        clock.advance(Duration.ofMinutes(10));
        published(sheet -> sheet.set(List.of(), "purposes", "response-measurement", "uses"));
        sink.reset();

        var after = sent(firm, Readers.content());
        assertThat(post.mail("ada.silent@jokivoima.example"))
                .contains("https://halytin.example/news", "/u/")
                .doesNotContain("/c/", "/o/");
        post.follow(old);

        assertThat(responses.of(before).clicked().people()).as("counted").isOne();
        assertThat(post.rows("responses.response", ada)).as("and not kept").isZero();
        assertThat(responses.of(after).declared()).isFalse();
        var asked = new Criteria(
                Criteria.Match.ALL,
                List.of(new Criteria.Group(
                        Criteria.Match.ALL, false, List.of(new Criteria.Condition("clicked", before.toString())))));
        assertThatThrownBy(() -> targeting.add("Clicked", asked, Readers.JENNY)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @Policy("O3")
    void on_legitimate_interests_everybody_whom_marketing_sees_is_kept_by_name_until_they_ban() throws Exception {
        // The law asks for consent to read from a device (917/2014, 205), and the lint says so of links that are
        // followed; what a company declares
        // as something else is its own word, and is kept to like any other.
        published(sheet -> sheet.set(List.of("pd:Communication"), "categories", "response-statistics", "terms")
                .set("legitimate-interests", "purposes", "response-measurement", "basis")
                .set("We want to write less and better.", "purposes", "response-measurement", "interest", "en")
                .set("Haluamme kirjoittaa vähemmän ja paremmin.", "purposes", "response-measurement", "interest", "fi")
                .set("Vi vill skriva mindre och bättre.", "purposes", "response-measurement", "interest", "sv")
                .set("2026-11-20", "purposes", "response-measurement", "balancing", "on")
                .set("the data protection officer", "purposes", "response-measurement", "balancing", "by", "en")
                .set("tietosuojavastaava", "purposes", "response-measurement", "balancing", "by", "fi")
                .set("dataskyddsombudet", "purposes", "response-measurement", "balancing", "by", "sv")
                .set("It is expected.", "purposes", "response-measurement", "balancing", "conclusion", "en")
                .set("Se on odotettavissa.", "purposes", "response-measurement", "balancing", "conclusion", "fi")
                .set("Det är väntat.", "purposes", "response-measurement", "balancing", "conclusion", "sv"));
        var firm = readers.firm("Rautapyörä Oy");
        var ada = readers.met(firm, "Ada Rauta", "ada.interest@rautapyora.example", "fi");
        var id = sent(firm, Readers.content());
        var link = Postbox.click(post.mail("ada.interest@rautapyora.example"));
        clock.advance(Duration.ofMinutes(10));

        post.follow(link);
        assertThat(post.kinds(ada)).containsExactly("clicked");
        readers.ban(ada);
        post.follow(link);
        assertThat(post.kinds(ada)).hasSize(1);
        assertThat(responses.of(id).clicked().people()).isEqualTo(2);
    }

    @Test
    @Policy("O2")
    void a_link_that_names_its_reader_is_left_as_it_is_and_five_hundred_links_lead_each_to_its_place()
            throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append(" [")
                    .append(i)
                    .append("](https://halytin.example/")
                    .append(i)
                    .append(')');
        }
        var content = new Content(
                List.of("fi"),
                Map.of("fi", "Linkit"),
                Map.of("fi", "vastaat varautumisesta"),
                List.of(new Block(Block.Kind.TEXT, "", Map.of("fi", many.toString()))));
        var firm = readers.firm("Merenkulma Oy");
        readers.met(firm, "Ada Meri", "ada.many@merenkulma.example", "fi");
        var id = sent(firm, content);
        var mail = post.mail("ada.many@merenkulma.example");

        assertThat(mail).doesNotContain("halytin.example/499");
        var links = Pattern.compile("/c/[A-Za-z0-9_-]{32}")
                .matcher(mail)
                .results()
                .map(one -> one.group())
                .distinct()
                .toList();
        assertThat(links).hasSize(501);
        post.follow(links.get(499));
        assertThat(responses.of(id).parts().links().getFirst().url()).isEqualTo("https://halytin.example/499");

        var named = new Content(
                List.of("fi"),
                Map.of("fi", "Linkit"),
                Map.of("fi", "vastaat varautumisesta"),
                List.of(new Block(
                        Block.Kind.BUTTON,
                        "https://halytin.example/for/{{lastName|you}}",
                        Map.of("fi", "Oma sivusi"))));
        assertThatThrownBy(() -> sent(firm, named))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("links.broken");
    }

    private UUID sent(OrganisationId firm, Content content) {
        var id = readers.campaign(firm, content);
        marketing.send(id, Readers.JENNY);
        sending.run();
        return id;
    }

    private void published(UnaryOperator<Sheet> change) {
        drafting.change(null, change, HELMI);
        publishing.publish(drafting.draft(), "", HELMI);
    }
}
