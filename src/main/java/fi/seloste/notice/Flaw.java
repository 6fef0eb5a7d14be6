package fi.seloste.notice;

import fi.seloste.base.Sentence;
import fi.seloste.base.Worded;
import java.util.Locale;

/** What is wrong with the text of a declaration: where, and what to do about it. */
public record Flaw(Place place, Sentence sentence, Sentence remedy) implements Worded {

    /** Line and column count from one, as editors do. */
    public record Place(String file, int line, int column, String path) {}

    @Override
    public String in(Locale language) {
        var where = place.path().isEmpty()
                ? Sentence.of(
                        "notice.flaw.at",
                        place.file(),
                        Integer.toString(place.line()),
                        Integer.toString(place.column()))
                : Sentence.of(
                        "notice.flaw.atPath",
                        place.file(),
                        Integer.toString(place.line()),
                        Integer.toString(place.column()),
                        place.path());
        return where.in(language) + " " + sentence.in(language) + " " + remedy.in(language);
    }
}
