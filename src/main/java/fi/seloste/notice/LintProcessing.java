package fi.seloste.notice;

import fi.seloste.notice.Finding.Law;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** Categories, their sources and their time; recipients, countries and safeguards. */
final class LintProcessing {

    /** Links by which readers of mail ban marketing; Art. 12(2), 21(2): an old message must still let them. */
    private static final String WAYS_OUT = "ways-out";

    private static final int MONTHS_OF_A_WAY_OUT = 24;
    private static final LocalDate FIRST_DAY = LocalDate.of(2001, 1, 1);

    private LintProcessing() {}

    static Stream<Finding> of(Declaration declaration) {
        var processing = declaration.processing();
        return Stream.of(
                        processing.categories().values().stream().flatMap(LintProcessing::category),
                        processing.sources().values().stream().flatMap(LintProcessing::source),
                        declaration.recipientsInUse().stream().flatMap(LintProcessing::recipient),
                        openList(declaration),
                        declaration.processing().categories().values().stream()
                                .filter(category -> category.retention().follows() == null)
                                .flatMap(category -> restricting(category, declaration)),
                        required(declaration))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> category(Category category) {
        var path = "categories." + category.id();
        var findings = Stream.<Finding>builder();
        // Art. 13(2)(a); decision TSV/26/2020: "the customer can ask for deletion" is no period
        if (!category.retention().isEnforceable()) {
            findings.add(Finding.breach("keptTooLoosely", Law.gdpr("13(2)(a)"), path + ".retention", category.name()));
        }
        if (category.links().sources().isEmpty()) {
            findings.add(Finding.breach("sourceMissing", Law.gdpr("14(2)(f)"), path + ".sources", category.name()));
        }
        if (category.links().groups().isEmpty()) {
            findings.add(Finding.breach("groupMissing", Law.gdpr("30(1)(c)"), path + ".groups", category.name()));
        }
        if (category.id().equals(WAYS_OUT)
                && category.retention().rules().stream()
                        .anyMatch(rule ->
                                FIRST_DAY.plus(rule.period()).isBefore(FIRST_DAY.plusMonths(MONTHS_OF_A_WAY_OUT)))) {
            findings.add(Finding.breach(
                    "wayOutShort", Law.gdpr("12(2)"), path + ".retention", category.name(), MONTHS_OF_A_WAY_OUT));
        }
        return findings.build();
    }

    // Art. 5(1)(e), 18(2): what is restricted is used for claims and rights only, and only after it was used for
    // something
    private static Stream<Finding> restricting(Category category, Declaration declaration) {
        var rules = category.retention().rules();
        var path = "categories." + category.id() + ".retention";
        var restricting =
                rules.stream().filter(rule -> rule.action() == Removal.RESTRICT).toList();
        if (!restricting.isEmpty() && restricting.size() == rules.size()) {
            return Stream.of(Finding.breach("restrictedAlways", Law.gdpr("5(1)(e)"), path, category.name()));
        }
        return restricting.stream()
                .filter(rule -> !servesClaims(rule, declaration))
                .map(rule -> Finding.breach("restrictedForUse", Law.gdpr("5(1)(b)"), path + ".for", category.name()));
    }

    private static boolean servesClaims(RetentionRule rule, Declaration declaration) {
        return Optional.ofNullable(rule.purpose()).flatMap(declaration::purpose).stream()
                .flatMap(purpose -> purpose.uses().stream())
                .anyMatch(use -> use == Purpose.CLAIMS || use == Purpose.RIGHTS);
    }

    // Art. 14(2)(f): "and if applicable, whether it came from publicly accessible sources"
    private static Stream<Finding> source(Source source) {
        return source.startsArticle14() && source.text().isBlank()
                ? Stream.of(
                        Finding.breach("sourceVague", Law.gdpr("14(2)(f)"), "sources." + source.id(), source.name()))
                : Stream.empty();
    }

    private static Stream<Finding> recipient(Recipient recipient) {
        var path = "recipients." + recipient.id();
        var name = recipient.wording().name();
        var findings = Stream.<Finding>builder();
        if (recipient.scope().purposes().isEmpty()) {
            findings.add(Finding.breach("recipientPurposeMissing", Law.gdpr("13(1)(c)"), path + ".purposes", name));
        }
        if (recipient.role() == Recipient.Role.OWN) {
            return findings.build();
        }
        if (recipient.place().country() == null) {
            findings.add(Finding.breach("countryMissing", Law.gdpr("13(1)(f)"), path + ".country", name));
        }
        if (recipient.isOutsideEea() && recipient.place().safeguard() == null) {
            findings.add(Finding.breach("safeguardMissing", Law.gdpr("13(1)(f)"), path + ".safeguard", name));
        }
        if (recipient.role() == Recipient.Role.PROCESSOR && recipient.place().agreement() == null) {
            findings.add(Finding.advice("agreementMissing", Law.gdpr("28(3)"), path + ".agreement", name));
        }
        return findings.build();
    }

    // Art. 13(1)(e); C-154/21: a person may ask for the actual recipients, so examples do not do
    private static Stream<Finding> openList(Declaration declaration) {
        var openness = declaration.promises().practices().openness();
        return openness != null && openness.recipientListComplete()
                ? Stream.empty()
                : Stream.of(Finding.breach("recipientsOpen", Law.gdpr("13(1)(e)"), "practices.recipientList"));
    }

    // Art. 13(2)(e): "whether the provision of personal data is a statutory or contractual requirement"
    private static Stream<Finding> required(Declaration declaration) {
        boolean contracts = !declaration.purposesOpening(Purpose.CONTRACTS).isEmpty()
                || !declaration.purposesOpening(Purpose.BILLING).isEmpty();
        boolean said = declaration.processing().categories().values().stream()
                .anyMatch(category -> !category.wording().required().isBlank());
        return contracts && !said
                ? Stream.of(Finding.breach("requirementMissing", Law.gdpr("13(2)(e)"), "categories"))
                : Stream.empty();
    }
}
