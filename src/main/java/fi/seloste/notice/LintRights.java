package fi.seloste.notice;

import fi.seloste.notice.Finding.Law;
import fi.seloste.notice.Practices.Fee;
import fi.seloste.notice.Practices.RequestForm;
import fi.seloste.store.Purpose;
import java.util.stream.Stream;

/** Rights: all of them, plainly, and without hurdles. */
final class LintRights {

    private LintRights() {}

    static Stream<Finding> of(Declaration declaration) {
        return Stream.of(
                        named(declaration),
                        hurdles(declaration),
                        elsewhere(declaration),
                        decided(declaration),
                        cookies(declaration))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> named(Declaration declaration) {
        return Stream.of(NoticeRight.values())
                .filter(right -> !declaration.promises().rights().containsKey(right))
                .filter(right -> applies(right, declaration))
                .map(right -> finding(right));
    }

    private static boolean applies(NoticeRight right, Declaration declaration) {
        return switch (right) {
            case MARKETING_OBJECTION ->
                !declaration.purposesOpening(Purpose.MARKETING).isEmpty();
            case OBJECTION ->
                declaration.processing().purposes().values().stream()
                        .anyMatch(purpose -> purpose.basis() == LawfulBasis.LEGITIMATE_INTERESTS);
            // A cookie that a visitor accepts is a consent as well, even where no purpose says so
            case WITHDRAWAL ->
                !declaration.promises().cookies().text().isBlank()
                        || declaration.processing().purposes().values().stream()
                                .anyMatch(purpose -> purpose.basis() == LawfulBasis.CONSENT);
            case ACCESS,
                    RECTIFICATION,
                    ERASURE,
                    RESTRICTION,
                    NOTIFICATION,
                    PORTABILITY,
                    AUTOMATED_DECISIONS,
                    COMPLAINT -> true;
        };
    }

    private static Finding finding(NoticeRight right) {
        var path = "rights." + right.code();
        return switch (right) {
            case WITHDRAWAL -> Finding.breach("withdrawalMissing", Law.gdpr("13(2)(c)"), path);
            case COMPLAINT ->
                Finding.breach("rightMissing", Law.gdpr("13(2)(d)"), path, right.words(), Article.of(right.article()));
            case NOTIFICATION, AUTOMATED_DECISIONS ->
                Finding.advice(
                        "rightMissing", Law.gdpr(right.article()), path, right.words(), Article.of(right.article()));
            case ACCESS, RECTIFICATION, ERASURE, RESTRICTION, PORTABILITY, OBJECTION, MARKETING_OBJECTION ->
                Finding.breach("rightMissing", Law.gdpr("13(2)(b)"), path, right.words(), Article.of(right.article()));
        };
    }

    // Art. 12(2): "The controller shall facilitate the exercise of data subject rights"; decision 6097/161/21 on signed
    // forms
    private static Stream<Finding> hurdles(Declaration declaration) {
        var practices = declaration.promises().practices();
        var findings = Stream.<Finding>builder();
        if (practices.requestForm() != null && practices.requestForm() != RequestForm.ANY) {
            findings.add(Finding.breach("signatureDemanded", Law.gdpr("12(2)"), "practices.requestForm"));
        }
        if (practices.requestAddress() == null) {
            findings.add(Finding.breach("requestAddressMissing", Law.gdpr("12(2)"), "practices.requestAddress"));
        }
        // Art. 12(5). Free "once a year" stood in the Personal Data Act 523/1999, repealed on 1 January 2019
        if (practices.fee() == Fee.FREE_ONCE_A_YEAR) {
            findings.add(Finding.breach("freeOnceAYear", Law.gdpr("12(5)"), "practices.fee"));
        }
        // Art. 21(4): brought to the attention "clearly and separately from any other information"
        if (practices.openness() == null || !practices.openness().objectionApart()) {
            findings.add(Finding.breach("objectionNotApart", Law.gdpr("21(4)"), "practices.objectionBlock"));
        }
        return findings.build();
    }

    private static Stream<Finding> elsewhere(Declaration declaration) {
        var collection = declaration.promises().practices().collection();
        if (declaration.processing().sources().values().stream().noneMatch(Source::startsArticle14)) {
            return Stream.empty();
        }
        var findings = Stream.<Finding>builder();
        if (collection == null || !collection.informsWithinAMonth()) {
            findings.add(Finding.breach("informingMissing", Law.gdpr("14(3)"), "practices.informing"));
        }
        // Art. 21(3) and 17: who objected or was erased must not come back from a public source
        if (collection == null || !collection.recollectionPrevented()) {
            findings.add(Finding.breach("recollectionPossible", Law.gdpr("21(3)"), "practices.recollection"));
        }
        return findings.build();
    }

    // Art. 13(2)(f)
    private static Stream<Finding> decided(Declaration declaration) {
        return declaration.promises().automated().isBlank()
                ? Stream.of(Finding.breach("automatedMissing", Law.gdpr("13(2)(f)"), "automated"))
                : Stream.empty();
    }

    // Act 917/2014 s. 205; C-673/17 Planet49, para. 81: how long cookies work and whether third parties have access
    private static Stream<Finding> cookies(Declaration declaration) {
        var cookies = declaration.promises().cookies();
        if (cookies.text().isBlank()
                || !cookies.list().isEmpty()
                        && cookies.list().stream()
                                .allMatch(cookie -> cookie.reach().lifetime() != null)) {
            return Stream.empty();
        }
        return Stream.of(Finding.breach("cookiesVague", Law.communications("205"), "cookies.list"));
    }
}
