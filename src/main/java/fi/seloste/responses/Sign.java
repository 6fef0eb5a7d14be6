package fi.seloste.responses;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request shows of who sent it. It is looked at once and kept nowhere: only the rule that it fell under is. {@code since} is the time after the
 * message left, where the message is known; of the links of the message so many were followed by the same reader a moment ago.
 */
record Sign(
        Kind kind,
        String method,
        @Nullable String agent,
        @Nullable Duration since,
        Followed followed) {

    enum Kind {
        OPENED,
        CLICKED,
        /** The link that no reader sees. */
        TRAPPED
    }

    /** How many different links just now, and of how many; {@code trapped} where the same reader followed the hidden one. */
    record Followed(int links, int of, boolean trapped) {

        static final Followed NOTHING = new Followed(0, 0, false);

        /** Nobody reads that fast. Of many links a handful at once will do. */
        boolean isAll() {
            return of >= 2 && links >= Math.min(of, HANDFUL);
        }
    }

    static final Duration AT_ONCE = Duration.ofSeconds(4);
    private static final int HANDFUL = 6;

    /** As Apple's mail privacy protection shows itself: this and nothing more. */
    private static final String APPLE = "Mozilla/5.0";

    private static final Pattern PROXY =
            Pattern.compile("(?i)GoogleImageProxy|ggpht\\.com|YahooMailProxy|Outlook-?ImageProxy|ProtonMail.*proxy");
    /** As Gmail shows itself when it looks through a message before anybody reads it. */
    private static final Pattern AHEAD =
            Pattern.compile("Chrome/42\\.0\\.2311\\.135 Safari/537\\.36 Edge/12\\.246 Mozilla/5\\.0$");

    private static final Pattern SCANNER = Pattern.compile(
            "(?i)\\b(bot|crawler|spider|preview|prefetch|scanner)\\b|[a-z]bot\\b|"
                    + "barracuda|proofpoint|mimecast|messagelabs|symantec|trendmicro|forcepoint|ironport|sophos|fireeye|trellix|fortigate|fortimail|"
                    + "safelinks|microsoft office|ms-office|skypeuripreview|bingpreview|microsoft-?defender|atp|url-?defense|urlscan|virustotal|"
                    + "facebookexternalhit|slackbot|whatsapp|telegrambot|linkedinbot|twitterbot|discordbot|googleother|google-safety|"
                    + "headlesschrome|phantomjs|puppeteer|playwright|selenium|"
                    + "^(curl|wget|python|java|go-http-client|okhttp|libwww|apache-httpclient|axios|node|ruby|perl|php|guzzle|httpie)\\b");

    Rule rule() {
        if (kind == Kind.TRAPPED || followed.trapped()) {
            return Rule.TRAP;
        }
        if (!method.equals("GET")) {
            return Rule.HEAD;
        }
        if (agent == null || agent.isBlank()) {
            return Rule.NO_AGENT;
        }
        var byAgent = byAgent(agent.strip());
        if (byAgent.isMachine()) {
            return byAgent;
        }
        if (since != null && !since.isNegative() && since.compareTo(AT_ONCE) < 0) {
            return Rule.AT_ONCE;
        }
        return kind == Kind.CLICKED && followed.isAll() ? Rule.ALL_LINKS : Rule.NONE;
    }

    private static Rule byAgent(String agent) {
        if (agent.equals(APPLE)) {
            return Rule.APPLE;
        }
        if (PROXY.matcher(agent).find()) {
            return Rule.PROXY;
        }
        return AHEAD.matcher(agent).find() || SCANNER.matcher(agent).find() ? Rule.SCANNER : Rule.NONE;
    }
}
