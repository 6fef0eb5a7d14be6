package fi.seloste.base;

import java.util.Locale;

/** Something that can be said in each language of the product. */
public interface Worded {

    String in(Locale language);
}
