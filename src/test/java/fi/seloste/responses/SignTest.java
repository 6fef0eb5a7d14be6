package fi.seloste.responses;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.Policy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Duration LATER = Duration.ofMinutes(20);

    @ParameterizedTest
    @Policy("O5")
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.3.0"
            })
    void browsers_and_mail_programs_of_people_are_taken_for_people(String agent) {
        assertThat(rule(agent)).isEqualTo(Rule.NONE);
    }

    @ParameterizedTest
    @Policy("O5")
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Barracuda Sentinel (EE)",
                "Mozilla/5.0 (Windows NT 10.0) Proofpoint URL Defense",
                "MimecastURLProtect/1.0",
                "Microsoft Office/16.0 (Microsoft Outlook 16.0; Pro)",
                "python-requests/2.32.3",
                "curl/8.14.1",
                "Go-http-client/2.0",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"
            })
    void scanners_and_programs_that_fetch_ahead_are_known_by_their_agents(String agent) {
        assertThat(rule(agent)).isEqualTo(Rule.SCANNER);
    }

    @Test
    @Policy("O5")
    void what_fetches_in_place_of_readers_is_told_apart() {
        assertThat(rule("Mozilla/5.0")).isEqualTo(Rule.APPLE);
        assertThat(rule("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"))
                .isEqualTo(Rule.PROXY);
        assertThat(rule("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html"))
                .isEqualTo(Rule.PROXY);
        assertThat(rule(null)).isEqualTo(Rule.NO_AGENT);
        assertThat(rule("  ")).isEqualTo(Rule.NO_AGENT);
    }

    @Test
    @Policy("O5")
    void asking_for_the_header_only_is_a_machines_whatever_its_agent() {
        assertThat(sign("HEAD", FIREFOX, LATER, Sign.Followed.NOTHING).rule()).isEqualTo(Rule.HEAD);
    }

    @Test
    @Policy("O5")
    void sooner_than_anybody_reads_is_a_machine_and_a_second_later_is_not() {
        assertThat(after(Duration.ZERO)).isEqualTo(Rule.AT_ONCE);
        assertThat(after(Sign.AT_ONCE.minusMillis(1))).isEqualTo(Rule.AT_ONCE);
        assertThat(after(Sign.AT_ONCE)).isEqualTo(Rule.NONE);
        assertThat(after(Duration.ofSeconds(-1)))
                .as("clocks that were set back")
                .isEqualTo(Rule.NONE);
        assertThat(after(null)).as("of a crowd nobody knows when").isEqualTo(Rule.NONE);
    }

    @Test
    @Policy("O5")
    void all_links_of_a_message_at_once_is_a_machine_and_one_of_them_is_not() {
        assertThat(links(1, 1)).as("there is but one").isEqualTo(Rule.NONE);
        assertThat(links(1, 3)).isEqualTo(Rule.NONE);
        assertThat(links(2, 3)).isEqualTo(Rule.NONE);
        assertThat(links(3, 3)).isEqualTo(Rule.ALL_LINKS);
        assertThat(links(6, 500)).as("a handful of many").isEqualTo(Rule.ALL_LINKS);
    }

    @Test
    @Policy("O5")
    void whoever_follows_the_hidden_link_is_a_machine_there_and_at_the_next_link() {
        assertThat(new Sign(Sign.Kind.TRAPPED, "GET", FIREFOX, LATER, Sign.Followed.NOTHING).rule())
                .isEqualTo(Rule.TRAP);
        assertThat(sign("GET", FIREFOX, LATER, new Sign.Followed(1, 3, true)).rule())
                .isEqualTo(Rule.TRAP);
    }

    private static Rule rule(@Nullable String agent) {
        return sign("GET", agent, LATER, Sign.Followed.NOTHING).rule();
    }

    private static Rule after(@Nullable Duration since) {
        return sign("GET", FIREFOX, since, Sign.Followed.NOTHING).rule();
    }

    private static Rule links(int followed, int of) {
        return sign("GET", FIREFOX, LATER, new Sign.Followed(followed, of, false))
                .rule();
    }

    private static Sign sign(String method, @Nullable String agent, @Nullable Duration since, Sign.Followed followed) {
        return new Sign(Sign.Kind.CLICKED, method, agent, since, followed);
    }
}
