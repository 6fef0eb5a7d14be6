package fi.seloste.rights;

import fi.seloste.base.Problem;
import fi.seloste.base.Sentence;
import java.util.Arrays;
import java.util.Locale;

/** What a person may ask for, each with its article of the GDPR. */
public enum Right {
    ACCESS("15"),
    RECTIFICATION("16"),
    ERASURE("17"),
    RESTRICTION("18"),
    PORTABILITY("20"),
    OBJECTION("21(1)"),
    MARKETING_BAN("21(2)"),
    WITHDRAWAL("7(3)");

    private final String article;

    Right(String article) {
        this.article = article;
    }

    public static Right of(String code) {
        return Arrays.stream(values())
                .filter(right -> right.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "right",
                        "rights.right.unknown",
                        code,
                        String.join(
                                ", ", Arrays.stream(values()).map(Right::code).toList())));
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String article() {
        return article;
    }

    /** What is asked for, in the words of the person. */
    public Sentence words() {
        return Sentence.of("rights.right." + code());
    }

    /**
     * Art. 12(6): more is asked only on reasonable doubt. A ban and a withdrawal give nothing away and can be undone by the person, so nobody
     * has to prove anything for them.
     */
    public boolean needsProof() {
        return this != MARKETING_BAN && this != WITHDRAWAL;
    }

    /** Art. 7(3): "It shall be as easy to withdraw as to give consent." Nobody at a desk has to decide about it. */
    public boolean isAtOnce() {
        return this == WITHDRAWAL;
    }

    public boolean isAnsweredByCopy() {
        return this == ACCESS || this == PORTABILITY;
    }

    /** Art. 19 names these three; for access the copies that others hold are asked for. */
    public boolean concernsRecipients() {
        return this == RECTIFICATION || this == ERASURE || this == RESTRICTION || this == ACCESS;
    }
}
