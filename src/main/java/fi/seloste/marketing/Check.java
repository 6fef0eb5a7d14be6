package fi.seloste.marketing;

import fi.seloste.ui.Said;

/** Something that must be so before a campaign leaves; {@code said} tells how it is, or what is wrong and what to do. */
public record Check(String code, boolean passed, Said said) {

    static Check passed(String code, Object... words) {
        return new Check(code, true, Said.of("marketing.check." + code + ".passed", words));
    }

    static Check failed(String code, String why, Object... words) {
        return new Check(code, false, Said.of("marketing.check." + code + "." + why, words));
    }
}
