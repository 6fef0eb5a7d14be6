package fi.seloste.intake;

/** The sentences of one language; a page's frame is one: {@code ui::t}. */
@FunctionalInterface
public interface Texts {

    String t(String key, Object... arguments);
}
