package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks once a request who is looking. */
@Component
class Viewings {

    private static final String ATTRIBUTE = Viewer.class.getName();

    private final ObjectProvider<Viewers> viewers;

    Viewings(ObjectProvider<Viewers> viewers) {
        this.viewers = viewers;
    }

    Viewer viewer(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Viewer known) {
            return known;
        }
        var source = viewers.getIfAvailable();
        var viewer = source == null ? Viewer.nobody() : source.of(request);
        request.setAttribute(ATTRIBUTE, viewer);
        return viewer;
    }
}
