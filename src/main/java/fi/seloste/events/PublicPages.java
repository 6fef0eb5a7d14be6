package fi.seloste.events;

import fi.seloste.base.Problem;
import fi.seloste.doors.Guard;
import fi.seloste.staff.Public;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people read of an event and register, and where each looks after their own registration. No account; every page is one form. */
@Controller
@RequestMapping("/e")
@Public
class PublicPages {

    private final Registering registering;
    private final PublicDesk desk;
    private final Guard guard;

    PublicPages(Registering registering, PublicDesk desk, Guard guard) {
        this.registering = registering;
        this.desk = desk;
        this.guard = guard;
    }

    @GetMapping("/{slug}")
    PublicEventPage event(@PathVariable String slug, Locale language) {
        return desk.page(registering.event(slug), null, language);
    }

    /** The link of an invitation: the same page, with the reader's own name filled in. */
    @GetMapping("/{slug}/for/{token}")
    PublicEventPage invited(@PathVariable String slug, @PathVariable String token, Locale language) {
        return desk.page(registering.event(slug), token, language);
    }

    @PostMapping("/{slug}")
    Reply register(
            @PathVariable String slug,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Locale language) {
        return register(slug, Optional.empty(), sent, request, language);
    }

    @PostMapping("/{slug}/for/{token}")
    Reply register(
            @PathVariable String slug,
            @PathVariable String token,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            Locale language) {
        return register(slug, Optional.of(token), sent, request, language);
    }

    private Reply register(
            String slug,
            Optional<String> token,
            Map<String, String> sent,
            HttpServletRequest request,
            Locale language) {
        return desk.register(
                registering.event(slug),
                token.orElse(null),
                sent,
                language,
                () -> stamp(guard.check(request, PublicEventPage.door(slug))));
    }

    private Runnable stamp(Guard.Pass pass) {
        return () -> guard.spend(pass);
    }

    @GetMapping("/{slug}/event.ics")
    ResponseEntity<String> calendar(@PathVariable String slug, Locale language) {
        return file(desk.calendar(registering.event(slug), language));
    }

    @GetMapping("/own/{link}")
    OwnRegistrationPage own(@PathVariable String link, Locale language) {
        return desk.own(link, registering.open(link), null, Errors.none(), language);
    }

    @GetMapping("/own/{link}/event.ics")
    ResponseEntity<String> ownCalendar(@PathVariable String link) {
        return file(desk.calendar(link, registering.open(link)));
    }

    /** A page that came back for what was wrong on it stands at the address of the press, and is looked at again. */
    @GetMapping({"/own/{link}/confirmation", "/own/{link}/details", "/own/{link}/cancellation"})
    Redirect again(@PathVariable String link) {
        return to(link);
    }

    @PostMapping("/own/{link}/confirmation")
    Redirect confirm(@PathVariable String link, Flash flash) {
        registering.confirm(link);
        flash.done("events.own.isConfirmed");
        return to(link);
    }

    @PostMapping("/own/{link}/details")
    Reply change(@PathVariable String link, @RequestParam Map<String, String> sent, Locale language, Flash flash) {
        var opened = registering.open(link);
        try {
            registering.change(opened, desk.changed(opened, sent, language));
            flash.done("events.own.isChanged");
            return to(link);
        } catch (Problem.Invalid e) {
            return desk.own(link, opened, sent, Errors.of(e), language);
        }
    }

    @PostMapping("/own/{link}/cancellation")
    Redirect cancel(@PathVariable String link, Flash flash) {
        registering.cancel(registering.open(link));
        flash.done("events.own.isCancelled");
        return to(link);
    }

    private static Redirect to(String link) {
        return Redirect.to("/e/own/" + link);
    }

    private static ResponseEntity<String> file(@Nullable String calendar) {
        if (calendar == null) {
            throw Problem.notFound("event");
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(Calendars.FILE)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .body(calendar);
    }
}
