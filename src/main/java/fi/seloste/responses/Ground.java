package fi.seloste.responses;

import fi.seloste.consents.Consents;
import fi.seloste.notice.DeclaredPurpose;
import fi.seloste.notice.LawfulBasis;
import fi.seloste.notice.Notice;
import fi.seloste.register.Standing;
import fi.seloste.store.Purpose;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the notice in force says of opens and clicks. One that does not declare them has nothing followed at all; one that declares them lets us keep
 * them by name of whoever consented, or, where they rest on legitimate interests, of everybody whom marketing sees.
 */
@Component
class Ground {

    static final String CATEGORY = "response-statistics";
    private static final String CONSENTS = "consent-records";

    private final Notice notice;
    private final Consents consents;

    Ground(Notice notice, Consents consents) {
        this.notice = notice;
        this.consents = consents;
    }

    /** On which basis they are kept by name; {@code purpose} is the one of the notice that says so. */
    enum Basis {
        CONSENT,
        INTEREST,
        /** Declared, and by name of nobody. */
        NONE,
        /** The notice says nothing of it. */
        UNDECLARED
    }

    /** What is so now, and as SQL over a person {@code p} in the marketing purpose; it may name {@code :moment} and {@code :measured}. */
    record Now(Basis basis, String purpose) {

        boolean isDeclared() {
            return basis != Basis.UNDECLARED;
        }

        boolean restsOnConsent() {
            return basis == Basis.CONSENT;
        }

        /** Whether they are kept by name of anybody. */
        boolean isPersonal() {
            return basis == Basis.CONSENT || basis == Basis.INTEREST;
        }

        String personal() {
            return based() + " and " + Standing.inUse("p.standing", CATEGORY);
        }

        private String based() {
            return switch (basis) {
                case CONSENT ->
                    "exists (select 1 from consents.standing(:measured, '', :moment) s where s.person_id = p.person_id)";
                case INTEREST -> "(:measured::text is not null and " + Standing.free("p.standing") + ")";
                case NONE, UNDECLARED -> "(:measured::text is null)";
            };
        }
    }

    Now now() {
        var declared = declared();
        if (declared.isEmpty()) {
            return new Now(Basis.UNDECLARED, "");
        }
        var strictest = declared.getFirst();
        return new Now(basis(strictest), strictest.id());
    }

    /** The strictest first: where one purpose asks for consent, another of the same data does not make it needless. */
    private List<DeclaredPurpose> declared() {
        var inForce = notice.inForce();
        return inForce.category(CATEGORY).stream()
                .flatMap(category -> category.purposes().stream())
                .flatMap(id -> inForce.purpose(id).stream())
                .filter(purpose -> purpose.uses(Purpose.MARKETING))
                .sorted(Comparator.comparing((DeclaredPurpose purpose) -> purpose.basis() != LawfulBasis.CONSENT)
                        .thenComparing(purpose -> purpose.basis() == LawfulBasis.LEGITIMATE_INTERESTS))
                .toList();
    }

    private Basis basis(DeclaredPurpose purpose) {
        if (purpose.basis() == LawfulBasis.CONSENT) {
            return notice.inForce().readersOf(CONSENTS).contains(Purpose.MARKETING) ? Basis.CONSENT : Basis.NONE;
        }
        return purpose.basis() == LawfulBasis.LEGITIMATE_INTERESTS ? Basis.INTEREST : Basis.NONE;
    }

    /** The consent by which somebody's responses are kept by name, as far as the running purpose sees it. */
    fi.seloste.consents.@Nullable Consent consent(fi.seloste.base.PersonId person, String purpose) {
        return Stream.ofNullable(purpose)
                .flatMap(id -> consents.standing(person).stream()
                        .filter(one -> one.aim().purpose().equals(id)
                                && one.aim().topic().isEmpty()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
