package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Language, theme and keys, chosen in the viewer's menu and kept in the browser; an account may remember them too. */
@Controller
class PreferencePages {

    private static final Set<String> THEMES = Set.of("light", "dark", "");

    private final Viewings viewings;
    private final ApplicationEventPublisher events;

    PreferencePages(Viewings viewings, ApplicationEventPublisher events) {
        this.viewings = viewings;
        this.events = events;
    }

    @PostMapping("/preferences")
    Redirect choose(
            @RequestParam @Nullable String lang,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String keys,
            HttpServletRequest request,
            HttpServletResponse response) {
        var language = Languages.known(lang) == null ? null : lang;
        var look = theme != null && THEMES.contains(theme) ? theme : null;
        remember("lang", language, Set.of("fi", "sv", "en"), request, response);
        remember("theme", look, THEMES, request, response);
        remember("keys", keys, Set.of("on", "off"), request, response);
        events.publishEvent(
                new Preferred(viewings.viewer(request), language, look, keys == null ? null : keys.equals("on")));
        return Redirect.to(back(request.getParameter("back")));
    }

    private static void remember(
            String name,
            @Nullable String value,
            Set<String> known,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (value != null && known.contains(value)) {
            Languages.remember(request, response, name, value);
        }
    }

    private static String back(@Nullable String path) {
        return path != null && path.matches("/(?![/\\\\]).*") ? path : "/";
    }
}
