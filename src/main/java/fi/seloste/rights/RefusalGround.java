package fi.seloste.rights;

import static fi.seloste.rights.Right.ACCESS;
import static fi.seloste.rights.Right.ERASURE;
import static fi.seloste.rights.Right.MARKETING_BAN;
import static fi.seloste.rights.Right.OBJECTION;
import static fi.seloste.rights.Right.PORTABILITY;
import static fi.seloste.rights.Right.RECTIFICATION;
import static fi.seloste.rights.Right.RESTRICTION;
import static fi.seloste.rights.Right.WITHDRAWAL;

import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why a request may be refused, wholly: each ground with its article and the rights it can stand against. None stands against a ban. Art. 12(5)
 * and (6) speak of Articles 15 to 22, so against a withdrawal (Art. 7(3)) there is only that no consent is there.
 */
public enum RefusalGround {
    MANIFESTLY_UNFOUNDED("12(5)", EnumSet.complementOf(EnumSet.of(MARKETING_BAN, WITHDRAWAL))),
    EXCESSIVE("12(5)", EnumSet.complementOf(EnumSet.of(MARKETING_BAN, WITHDRAWAL))),
    NOT_IDENTIFIED("12(2), 12(6)", EnumSet.complementOf(EnumSet.of(MARKETING_BAN, WITHDRAWAL))),
    RIGHTS_OF_OTHERS("15(4), 20(4)", EnumSet.of(ACCESS, PORTABILITY)),
    FREEDOM_OF_EXPRESSION("17(3)(a)", EnumSet.of(ERASURE)),
    LEGAL_OBLIGATION("17(3)(b)", EnumSet.of(ERASURE)),
    LEGAL_CLAIMS("17(3)(e)", EnumSet.of(ERASURE)),
    ACCURATE("16", EnumSet.of(RECTIFICATION)),
    NO_GROUND_TO_RESTRICT("18(1)", EnumSet.of(RESTRICTION)),
    NOT_PORTABLE("20(1)", EnumSet.of(PORTABILITY)),
    COMPELLING_GROUNDS("21(1)", EnumSet.of(OBJECTION)),
    NO_CONSENT("7(3)", EnumSet.of(WITHDRAWAL));

    private final String article;
    private final Set<Right> against;

    RefusalGround(String article, Set<Right> against) {
        this.article = article;
        this.against = against;
    }

    public static RefusalGround of(String code, Right right) {
        return against(right).stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "ground",
                        "rights.ground.unknown",
                        code,
                        right.code(),
                        String.join(
                                ", ",
                                against(right).stream().map(RefusalGround::code).toList())));
    }

    public static List<RefusalGround> against(Right right) {
        return Arrays.stream(values())
                .filter(ground -> ground.against.contains(right))
                .toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String article() {
        return article;
    }

    /** As it is told to the person. */
    public Sentence words() {
        return Sentence.of("rights.ground." + code(), article);
    }
}
