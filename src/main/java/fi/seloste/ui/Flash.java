package fi.seloste.ui;

import org.jspecify.annotations.Nullable;

/**
 * What is told on the next page: a handler takes it as a parameter, says it, and redirects. It travels in a signed cookie that lives a
 * minute, so no server keeps it.
 */
public interface Flash {

    /** It is done. */
    void done(String key, Object... arguments);

    /** It is done, and a button posts to this address to take it back. */
    void undoable(String undoUrl, String key, Object... arguments);

    /** It is not quite as asked. */
    void warn(String key, Object... arguments);

    /** As it is shown. */
    record Note(String kind, Said said, @Nullable String undoUrl) {}
}
