package fi.seloste.lists;

import fi.seloste.ui.Said;
import java.util.List;

/** The languages that people are spoken to in; another one is shown by its code. */
final class Languages {

    static final List<String> COMMON = List.of("fi", "sv", "en", "de", "et");

    private Languages() {}

    static Object said(String code) {
        return COMMON.contains(code) ? Said.of("lists.language." + code) : code;
    }
}
