package fi.seloste.notice;

import fi.seloste.notice.Finding.Law;
import fi.seloste.store.Purpose;
import java.util.Collection;
import java.util.stream.Stream;

/** Purposes and their bases: each named apart, each lawful on its own. */
final class LintPurposes {

    /** More than two purposes of the product under one name is not a specified purpose (Art. 5(1)(b)). */
    private static final int SPECIFIC = 2;

    private LintPurposes() {}

    static Stream<Finding> of(Declaration declaration) {
        var purposes = declaration.processing().purposes().values();
        return Stream.concat(
                purposes.stream().flatMap(LintPurposes::each),
                Stream.of(
                                oneBasis(purposes),
                                bookkeeping(declaration),
                                marketing(declaration),
                                measurement(declaration),
                                analytics(declaration))
                        .flatMap(findings -> findings));
    }

    private static Stream<Finding> each(DeclaredPurpose purpose) {
        var path = "purposes." + purpose.id();
        var findings = Stream.<Finding>builder();
        var justification = purpose.justification();
        boolean mixed = purpose.uses().size() > SPECIFIC && purpose.basis() != LawfulBasis.LEGAL_OBLIGATION;
        if (mixed) {
            findings.add(Finding.breach("purposesMixed", Law.gdpr("13(1)(c)"), path, purpose.name()));
        }
        if (purpose.basis() == LawfulBasis.LEGITIMATE_INTERESTS
                && (mixed || justification.interest().isBlank())) {
            findings.add(Finding.breach("interestUnnamed", Law.gdpr("13(1)(d)"), path + ".interest", purpose.name()));
        }
        if (purpose.basis() == LawfulBasis.LEGITIMATE_INTERESTS && justification.balancing() == null) {
            findings.add(Finding.breach("balancingMissing", Law.gdpr("6(1)(f)"), path + ".balancing", purpose.name()));
        }
        if ("organisation".equals(justification.agreementOf())) {
            findings.add(
                    Finding.breach("agreementOfOthers", Law.gdpr("6(1)(b)"), path + ".agreementOf", purpose.name()));
        }
        return findings.build();
    }

    private static Stream<Finding> oneBasis(Collection<DeclaredPurpose> purposes) {
        boolean many = purposes.stream()
                        .flatMap(purpose -> purpose.uses().stream())
                        .distinct()
                        .count()
                > SPECIFIC;
        return many && purposes.stream().map(DeclaredPurpose::basis).distinct().count() == 1
                ? Stream.of(Finding.breach("oneBasisForAll", Law.gdpr("13(1)(c)"), "purposes"))
                : Stream.empty();
    }

    // Accounting Act 2:10 is a legal obligation, Art. 6(1)(c): vouchers are kept whatever interests anybody has
    private static Stream<Finding> bookkeeping(Declaration declaration) {
        return missing(
                declaration, Purpose.BILLING, LawfulBasis.LEGAL_OBLIGATION, "bookkeepingMissing", Law.gdpr("6(1)(c)"));
    }

    // Act 917/2014 s. 200: e-mail marketing to a natural person outside their job needs prior consent
    private static Stream<Finding> marketing(Declaration declaration) {
        return missing(
                declaration,
                Purpose.MARKETING,
                LawfulBasis.CONSENT,
                "marketingConsentMissing",
                Law.communications("200"));
    }

    // Act 917/2014 s. 205: reading from a person's device needs consent; an opened message is read from there
    private static Stream<Finding> measurement(Declaration declaration) {
        return declaration.processing().categories().values().stream()
                .filter(category -> category.terms().contains("pd:LinkClicked"))
                .filter(category -> category.purposes().stream()
                        .flatMap(id -> declaration.purpose(id).stream())
                        .noneMatch(purpose -> purpose.basis() == LawfulBasis.CONSENT))
                .map(category -> Finding.breach(
                        "measurementWithoutConsent",
                        Law.communications("205"),
                        "categories." + category.id(),
                        category.name()));
    }

    private static Stream<Finding> analytics(Declaration declaration) {
        return missing(
                declaration,
                Purpose.ANALYTICS,
                LawfulBasis.CONSENT,
                "analyticsWithoutConsent",
                Law.communications("205"));
    }

    private static Stream<Finding> missing(
            Declaration declaration, Purpose use, LawfulBasis basis, String id, Law law) {
        var opening = declaration.purposesOpening(use);
        return opening.isEmpty() || opening.stream().anyMatch(purpose -> purpose.basis() == basis)
                ? Stream.empty()
                : Stream.of(Finding.breach(id, law, "purposes"));
    }
}
