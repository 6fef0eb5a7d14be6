package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.seloste.Policy;
import fi.seloste.base.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MarketingTest
class ContentTest {

    @Autowired
    Readers readers;

    @Autowired
    MailSink sink;

    @Autowired
    Marketing marketing;

    @Autowired
    Rendering rendering;

    private UUID campaign;

    @BeforeEach
    void a_campaign_with_nothing_in_its_way() {
        sink.open();
        var firm = readers.firm("Jokivoima Oy");
        readers.met(firm, "Ada Koskinen", "ada" + UUID.randomUUID() + "@jokivoima.example", "fi");
        campaign = readers.campaign(firm);
        assertThat(marketing.look(campaign).checks()).allMatch(Check::passed);
    }

    @Test
    @Policy("M9")
    void what_a_mail_must_not_hold_is_taken_out_and_named() {
        var cleaned = Cleaned.of(
                "<p onclick=\"x()\">Hei <script>alert(1)</script><b>kaikki</b> <a href=\"javascript:x\">tästä</a>"
                        + "<img src=x onerror=alert(1)><iframe src=\"//x\"></iframe></p>");
        assertThat(cleaned.words())
                .contains("Hei", "<b>kaikki</b>")
                .doesNotContain("script", "onclick", "img", "iframe");
        assertThat(cleaned.removed()).contains("<script>", "<img>", "<iframe>", "p onclick", "a href");
        assertThat(Cleaned.of("5 < 6 & **ok**").removed()).isEmpty();
        assertThat(Cleaned.of("plain\n\nwords").words()).isEqualTo("plain\n\nwords");
    }

    @Test
    void words_become_paragraphs_links_and_points_in_html_and_the_same_in_plain_text() {
        var html = Rendering.paragraphs("First **strong**\nline\n\nSee [the page](https://halytin.example/a?b=1&c=2).");
        assertThat(html)
                .isEqualTo(
                        "<p>First <b>strong</b><br />line</p><p>See <a href=\"https://halytin.example/a?b=1&amp;c=2\">the page</a>.</p>");
        assertThat(Rendering.paragraphs("Points:\n\n- one\n- two"))
                .isEqualTo("<p>Points:</p><ul><li>one</li><li>two</li></ul>");
        assertThat(Rendering.plain(Rendering.paragraphs("Points:\n\n- one\n- two")))
                .isEqualTo("Points:\n\n- one\n- two");
        assertThat(Rendering.plain(html))
                .isEqualTo("First strong\nline\n\nSee the page (https://halytin.example/a?b=1&c=2).");
    }

    @Test
    void a_name_is_a_name_and_never_a_tag_or_a_header() {
        var mail = rendering
                .template(Readers.content(), "en")
                .to(new Reader(null, "<img src=x>\r\nBcc: all@x.example", null, null, null), "https://x.example/u/1");
        assertThat(mail.html()).doesNotContain("<img src=x>").contains("&lt;img src=x&gt;");
        assertThat(mail.subject()).doesNotContain("\r", "\n");
        assertThat(rendering
                        .template(Readers.content(), "en")
                        .to(Reader.NOBODY, "u")
                        .text())
                .contains("Hello there!");
    }

    @Test
    void the_mail_loads_nothing_by_itself_and_is_made_of_tables() {
        var html = rendering.template(Readers.content(), "fi").html();
        assertThat(html).contains("<table", "lang=\"fi\"").doesNotContain("fonts.googleapis", "<script", "@import");
    }

    @Test
    @Policy({"M4", "M9"})
    void each_thing_that_is_missing_blocks_the_campaign_and_is_named() {
        assertBlocked("fields", with("Hello {{fristName|there}}"));
        assertBlocked("fields", with("Hello {{firstName"));
        assertBlocked("fields", with("Out: {{wayOut}}"));
        assertBlocked("links", with(new Block(Block.Kind.BUTTON, "not an address", words("Go"))));
        assertBlocked("links", with(new Block(Block.Kind.BUTTON, "javascript:alert(1)", words("Go"))));
        assertBlocked("links", with(new Block(Block.Kind.BUTTON, "", words("Go"))));
        assertBlocked("links", with(new Block(Block.Kind.IMAGE, "http://halytin.example/a.png", words("A house"))));
        assertBlocked("images", with(new Block(Block.Kind.IMAGE, "https://halytin.example/a.png", Map.of())));
        assertBlocked("content", with(new Block(Block.Kind.TEXT, "", Map.of("fi", "vain suomeksi"))));
        assertBlocked("footer", with("long ".repeat(3_900), 8));
        var content = Readers.content();
        assertBlocked("why", new Content(content.languages(), content.subjects(), Map.of("fi", "x"), content.blocks()));
        assertBlocked("subject", new Content(content.languages(), Map.of("fi", "x"), content.why(), content.blocks()));
    }

    @Test
    @Policy("M4")
    void a_purpose_that_the_notice_does_not_declare_a_lost_server_and_no_audience_block_it_too() {
        var one = marketing.get(campaign);
        var plan = one.plan();
        change(new Campaign.Plan(plan.name(), "consented-marketing", plan.sender(), plan.audience(), 0));
        assertThat(blocking()).containsExactly("ground");
        change(new Campaign.Plan(plan.name(), plan.purpose(), plan.sender(), null, 0));
        assertThat(blocking()).containsExactly("audience");
        change(new Campaign.Plan(plan.name(), plan.purpose(), new Campaign.Sender("", null), plan.audience(), 0));
        assertThat(blocking()).containsExactly("sender");
        assertThatThrownBy(() -> marketing.send(campaign, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void a_line_break_in_a_subject_a_sender_or_an_address_is_refused() {
        assertThatThrownBy(() -> new Content(List.of("fi"), Map.of("fi", "a\nBcc: x"), Map.of(), List.of()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Campaign.Sender("Jenny\r\nBcc: x", null)).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Campaign.Sender("Jenny", "nobody")).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> new Content(List.of("de"), Map.of(), Map.of(), List.of()))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void what_somebody_else_changed_meanwhile_is_not_overwritten() {
        var one = marketing.get(campaign);
        marketing.change(campaign, one.plan(), one.content(), one.version());
        assertThatThrownBy(() -> marketing.change(campaign, one.plan(), one.content(), one.version()))
                .isInstanceOf(Problem.Conflict.class);
    }

    private void assertBlocked(String check, Content content) {
        var one = marketing.get(campaign);
        marketing.change(campaign, one.plan(), content, one.version());
        assertThat(blocking()).as(check).contains(check);
        assertThatThrownBy(() -> marketing.send(campaign, Readers.JENNY)).isInstanceOf(Problem.Conflict.class);
    }

    private void change(Campaign.Plan plan) {
        var one = marketing.get(campaign);
        marketing.change(campaign, plan, one.content(), one.version());
    }

    private List<String> blocking() {
        return marketing.look(campaign).checks().stream()
                .filter(check -> !check.passed())
                .map(Check::code)
                .toList();
    }

    private static Content with(String text) {
        return with(text, 1);
    }

    private static Content with(String text, int times) {
        var content = Readers.content();
        var blocks = new ArrayList<>(content.blocks());
        for (int i = 0; i < times; i++) {
            blocks.add(new Block(Block.Kind.TEXT, "", words(text)));
        }
        return new Content(content.languages(), content.subjects(), content.why(), blocks);
    }

    private static Content with(Block block) {
        var content = Readers.content();
        var blocks = new ArrayList<>(content.blocks());
        blocks.add(block);
        return new Content(content.languages(), content.subjects(), content.why(), blocks);
    }

    private static Map<String, String> words(String text) {
        return Map.of("fi", text, "en", text);
    }
}
