package fi.seloste.notice;

import fi.seloste.base.Sentence;

/** A place in the General Data Protection Regulation, written short as 13(2)(f) and said as each language says it. */
final class Article {

    private Article() {}

    static Sentence of(String place) {
        var parts = place.replace(")", "").split("\\(", -1);
        return Sentence.of("notice.article." + parts.length, (Object[]) parts);
    }
}
