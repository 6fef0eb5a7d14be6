package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Tells who is looking. One bean from above; without it nobody has signed in. */
@FunctionalInterface
public interface Viewers {

    Viewer of(HttpServletRequest request);
}
