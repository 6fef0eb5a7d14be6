package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Makes the frame of one page. */
@Component
class Frames {

    private final Texts texts;
    private final Clock clock;
    private final Assets assets;
    private final ObjectProvider<House> house;
    private final Surroundings surroundings;

    Frames(Texts texts, Clock clock, Assets assets, ObjectProvider<House> house, Surroundings surroundings) {
        this.texts = texts;
        this.clock = clock;
        this.assets = assets;
        this.house = house;
        this.surroundings = surroundings;
    }

    Frame of(View view, HttpServletRequest request, HttpServletResponse response) {
        var zone = viewings().viewer(request).zone();
        var locale = RequestContextUtils.getLocale(request);
        var wording = new Wording(texts, locale, zone, LocalDate.now(clock.withZone(zone)));
        return new Frame(this, new Exchange(request, response), wording, view);
    }

    Wording wording(Locale locale) {
        return new Wording(texts, locale, Viewer.HELSINKI, LocalDate.now(clock.withZone(Viewer.HELSINKI)));
    }

    Viewings viewings() {
        return surroundings.viewings();
    }

    Menus menus() {
        return surroundings.menus();
    }

    Flashes flashes() {
        return surroundings.flashes();
    }

    Assets assets() {
        return assets;
    }

    Guarding.Carried stamp(String door, HttpServletRequest request) {
        var guarding = surroundings.guarding().getIfAvailable();
        return guarding == null ? Guarding.Carried.none() : guarding.stamp(door, request);
    }

    String controller(Locale locale) {
        var known = house.getIfAvailable();
        return known == null ? "" : known.controllerName(locale);
    }

    /** What changes with each page but its content. */
    @Component
    record Surroundings(Viewings viewings, Menus menus, Flashes flashes, ObjectProvider<Guarding> guarding) {}

    record Exchange(HttpServletRequest request, HttpServletResponse response) {

        // After an error the request is dispatched anew; people asked for the address before.
        String path() {
            var asked = request.getAttribute("jakarta.servlet.error.request_uri");
            return asked instanceof String uri ? uri : request.getRequestURI();
        }

        @Nullable
        String query() {
            return request.getQueryString();
        }

        String cookie(String name) {
            var cookie = WebUtils.getCookie(request, name);
            return cookie == null ? "" : Objects.requireNonNullElse(cookie.getValue(), "");
        }
    }
}
