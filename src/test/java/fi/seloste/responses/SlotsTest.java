package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import fi.seloste.marketing.Following;
import fi.seloste.marketing.Following.Mail;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    @Test
    @Policy("O2")
    void links_of_the_web_are_followed_and_the_way_out_the_notice_mail_and_telephone_are_not() {
        var mail = new Mail("""
                <body><a href="https://a.example/?x=1&amp;y=2">One</a> <a class="b" href="http://b.example/">Two</a>
                <a href="mailto:x@a.example">Mail</a> <a href="tel:+358140000100">Call</a> <a href="{{wayOut}}">Ban</a>
                <a href="https://house.example/notice">Notice</a> <a href="https://a.example/?x=1&amp;y=2">Again</a></body>""", "");
        assertThat(Slots.links(mail, url -> url.startsWith("https://house.example/")))
                .containsExactly("https://a.example/?x=1&y=2", "http://b.example/");
    }

    @ParameterizedTest
    @Policy("O1")
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//elsewhere.example/x",
                "https://",
                "https:///x",
                "ftp://a.example/x",
                "https://a.example/x\r\nSet-Cookie: a=b",
                "https://a.example/x y",
                "https://a.example@evil.example/",
                "https://a.example/?who={{firstName}}",
                "https://a.example/{{organisation|x}}",
                "https://a.example/\u0000"
            })
    void what_is_no_address_of_the_web_or_names_its_reader_is_not_followed(String url) {
        assertThat(Slots.target(url)).isEmpty();
    }

    @Test
    void an_address_of_other_letters_is_sent_as_browsers_read_it() {
        assertThat(Slots.target("https://a.example/päivä?q=ö")).contains("https://a.example/p%C3%A4iv%C3%A4?q=%C3%B6");
    }

    @Test
    void each_link_is_set_in_where_it_stood_in_the_page_and_in_the_text_the_longer_address_first() {
        var mail = new Mail(
                "<body><a href=\"https://a.example/\">A</a><a href=\"https://a.example/more\">B</a></body>",
                "A (https://a.example/)\nB:\nhttps://a.example/more\nnot xhttps://a.example/");
        var slots = Slots.of(mail, Map.of("https://a.example/", 0, "https://a.example/more", 1));
        assertThat(filled(slots.html()))
                .contains("<a href=\"#0\">A</a><a href=\"#1\">B</a>", "href=\"#" + Token.TRAP + "\"", "display:none")
                .contains("<img src=\"#" + Token.OPEN + "\"")
                .endsWith("</body>");
        assertThat(filled(slots.text())).isEqualTo("A (#0)\nB:\n#1\nnot xhttps://a.example/");
    }

    private static String filled(String words) {
        return Following.PLACE.matcher(words).replaceAll("#$1");
    }

    @Test
    void five_hundred_links_are_five_hundred_places() {
        var html = new StringBuilder("<body>");
        for (int i = 0; i < 500; i++) {
            html.append("<a href=\"https://a.example/")
                    .append(i)
                    .append("\">")
                    .append(i)
                    .append("</a>");
        }
        var links = Slots.links(new Mail(html + "</body>", ""), url -> false);
        assertThat(links).hasSize(500).doesNotHaveDuplicates();
        assertThat(List.copyOf(links).getLast()).isEqualTo("https://a.example/499");
    }
}
