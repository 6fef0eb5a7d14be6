package fi.seloste.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Which language a page speaks: asked for in the address, chosen by the account, by the browser's user, or preferred by the browser. */
class Languages implements LocaleResolver {

    static final String COOKIE = "lang";

    private final Viewings viewings;

    Languages(Viewings viewings) {
        this.viewings = viewings;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var asked = asked(request);
        if (asked != null) {
            return asked;
        }
        var ofAccount = viewings.viewer(request).locale();
        if (ofAccount != null) {
            return ofAccount;
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        var chosen = cookie == null ? null : known(cookie.getValue());
        return chosen != null ? chosen : preferred(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            remember(request, response, COOKIE, locale.getLanguage());
        }
    }

    /** An address that cannot be decoded asks for no language; it is refused in the one that is preferred. */
    private static @Nullable Locale asked(HttpServletRequest request) {
        try {
            return known(request.getParameter("lang"));
        } catch (IllegalStateException e) {
            return null;
        }
    }

    static @Nullable Locale known(@Nullable String language) {
        return language != null && Texts.LANGUAGES.contains(language) ? Locale.of(language) : null;
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .secure(request.isSecure())
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(value.isEmpty() ? 0 : 365 * 24 * 3600)
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }

    private static Locale preferred(HttpServletRequest request) {
        for (var locales = request.getLocales(); locales.hasMoreElements(); ) {
            var known = known(locales.nextElement().getLanguage());
            if (known != null) {
                return known;
            }
        }
        return Locale.ENGLISH;
    }
}
