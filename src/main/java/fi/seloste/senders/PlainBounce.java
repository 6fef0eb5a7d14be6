package fi.seloste.senders;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure that a mail program tells in words only: qmail (QSBMF), and older Exim, Sendmail, Exchange and Domino, in any language. What it means is read from
 * a code (RFC 3463, RFC 5321) where such programs write one, never from the words; without a code nobody is taken for gone.
 */
record PlainBounce(Return.Kind kind, String status) {

    /** What stands above the text. {@code own} says that the program named the addresses that failed in a header; {@code away}, that it is an automatic answer. */
    record Head(String from, String subject, String submitted, boolean own, boolean away) {}

    private static final Pattern PROGRAM = Pattern.compile("(?i)(mailer[-_.]?daemon|postmaster|mdaemon)(@.*)?");
    /** How programs begin that mark their bounces as automatic answers, as an out of office is marked. */
    private static final Pattern OPENING = Pattern.compile(
            "(?i)Hi\\. This is |created automatically by mail delivery software|This is the (mail system|Postfix program) at"
                    + "|original message was received at");

    /** It was not taken yet, and is tried again: no failure. In the subject such programs say it in many languages. */
    private static final Pattern LATE =
            Pattern.compile("(?iu)\\bdelay|^warning\\b|viiväst|myöhäs|fördröj|försen|verzöger|verspät"
                    + "|retard|retras|ritard|atras|vertrag|forsink|opóźni|задерж|遅延");

    private static final Pattern LATER = Pattern.compile(
            "(?i)warning message only|not yet been delivered|will (?:be re|keep |continue to )?tr(?:y|ied)|delivery attempts will continue"
                    + "|no action is required on your part|delivery (?:is|has been) delayed");

    /** Where the program's words end and the message that came back begins. Anybody may write here: what repeats in it has a limit, so that no text takes hours to be looked through. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^[^\\w\\r\\n-]{0,20}-{2,}+[^\\r\\n]{0,200}\\b(copy of|copie de|kopie|original message|(unsent|returned) (message|mail)|message header)"
                    + "|^>?[ \\t]{0,20}+(Return-Path|Received|DKIM-Signature|" + ReturnToken.HEADER + "):");

    private static final String ANSWERED =
            "said|says|answer|answered|was|because|reason|reports?|respon(?:se|ded)|reply|returned|error|code|status|fehler|antwort|grund"
                    + "|virhe|syy|vastaus|vastasi|fel|svar|orsak|erreur|r\\u00e9ponse|raison|errore|risposta|motivo|respuesta";
    private static final String ENHANCED = "[45]\\.\\d{1,3}\\.\\d{1,3}(?![\\d.])";
    /** A code begins its line, or follows who gave it. */
    private static final Pattern PLACE = Pattern.compile("(?iu)(?:^[\\s<>*.|#-]{0,40}|\\b(?:" + ANSWERED
            + ")\\s?:\\s*[\"'(]?|\\b(?:error|code|status)\\s|\\breturned\\s[\"']|[\\])>]:\\s+|[\\s(]#|smtp;\\s?)"
            + "(?:([45]\\d\\d)(?=[\\s-])(?:[\\s-]+#?(" + ENHANCED + "))?|(" + ENHANCED + "))");

    private static final Pattern TRACE =
            Pattern.compile("(?im)^>?[ \\t]{0,20}+(?:" + ReturnToken.HEADER + "|Return-Path):([^\\r\\n]{1,400})");

    /** Nothing where no program tells of a failure: somebody is away, or it is tried again. */
    static Optional<PlainBounce> read(Head head, String text) {
        var told = own(text);
        boolean opens = OPENING.matcher(told).find();
        boolean answers = head.submitted().toLowerCase(Locale.ROOT).startsWith("auto-replied");
        if (head.away()
                || told.isBlank()
                || !(head.own() || opens || PROGRAM.matcher(head.from()).matches())
                || (answers && !head.own() && !opens)) {
            return Optional.empty();
        }
        var worst = told.lines()
                .flatMap(line -> PLACE.matcher(line).results().map(PlainBounce::of))
                .filter(one -> !one.status.isEmpty() || one.kind == Return.Kind.HARD)
                .min(Comparator.comparing(PlainBounce::kind))
                .orElse(new PlainBounce(Return.Kind.SOFT, ""));
        boolean late =
                LATE.matcher(head.subject()).find() || LATER.matcher(told).find();
        return late && !worst.isForGood() ? Optional.empty() : Optional.of(worst);
    }

    /** Programs put the subject of what came back into their own: who writes of delays is not delayed. */
    private boolean isForGood() {
        return kind == Return.Kind.HARD || status.startsWith("5");
    }

    /** What names the message that came back, in the copy of it. */
    static List<String> traces(String text) {
        return TRACE.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .limit(5)
                .toList();
    }

    private static PlainBounce of(MatchResult found) {
        var plain = found.group(1) == null ? "" : found.group(1) + " ";
        var enhanced = found.group(2) == null ? found.group(3) : found.group(2);
        return new PlainBounce(Status.kind(enhanced, plain), Status.code(enhanced, ""));
    }

    private static String own(String text) {
        Matcher copy = COPY.matcher(text);
        return copy.find() ? text.substring(0, copy.start()) : text;
    }
}
