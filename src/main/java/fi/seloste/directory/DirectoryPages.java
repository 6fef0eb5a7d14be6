package fi.seloste.directory;

import fi.seloste.base.AccountId;
import fi.seloste.staff.Anybody;
import fi.seloste.staff.FrontDoor;
import fi.seloste.staff.Public;
import fi.seloste.staff.SignedIn;
import fi.seloste.ui.Elsewhere;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import fi.seloste.ui.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To the directory and back. */
@Controller
class DirectoryPages {

    static final String BACK = "/sign-in/directory/back";

    private final Directory directory;
    private final Provider provider;
    private final FrontDoor door;
    private final RoundTripCookie cookie;
    private final Clock clock;

    DirectoryPages(Directory directory, Provider provider, FrontDoor door, RoundTripCookie cookie, Clock clock) {
        this.directory = directory;
        this.provider = provider;
        this.door = door;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GetMapping("/sign-in/directory")
    @Public
    Reply away(@RequestParam @Nullable String next, HttpServletRequest request, HttpServletResponse response) {
        try {
            return new Elsewhere(leaving(FrontDoor.next(next), null, request, response));
        } catch (NotLetIn e) {
            return FailedPage.of(e, false);
        }
    }

    /** A form may not lead to another site; the page that answers it may. */
    @PostMapping("/account/directory")
    @Anybody
    Reply connect(SignedIn viewer, HttpServletRequest request, HttpServletResponse response) {
        try {
            var house = house();
            return new AwayPage(
                    house.name(),
                    leaving("/account", viewer.id(), request, response).toString());
        } catch (NotLetIn e) {
            return FailedPage.of(e, true);
        }
    }

    @PostMapping("/account/directory/removal")
    @Anybody
    Redirect disconnect(SignedIn viewer, Flash flash) {
        directory.disconnect(viewer);
        flash.done("directory.disconnected");
        return Redirect.to("/account");
    }

    @GetMapping(BACK)
    @Public
    Reply back(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash flash) {
        try {
            var house = house();
            var trip = trip(state, request, response);
            if (code.isEmpty()) {
                throw NotLetIn.because(error.equals("access_denied") ? "denied" : "refused", house.name());
            }
            var someone = recognised(house, trip, code, request);
            return trip.connecting() == null
                    ? in(someone, house, trip, request, response)
                    : connected(someone, house, trip.connecting(), request, flash);
        } catch (NotLetIn e) {
            return FailedPage.of(e, door.viewer(request).isPresent());
        }
    }

    /** What the directory has signed was no guess. */
    private Someone recognised(Registration house, RoundTrip trip, String code, HttpServletRequest request)
            throws NotLetIn {
        if (door.tooEarly(request).isPresent()) {
            throw NotLetIn.because("often");
        }
        var someone = provider.recognise(house, trip, code, back(request));
        door.right(request);
        return someone;
    }

    private URI leaving(
            String next, @Nullable AccountId connecting, HttpServletRequest request, HttpServletResponse response)
            throws NotLetIn {
        var trip = RoundTrip.to(next, connecting, clock.instant());
        var url = provider.away(house(), trip, back(request));
        cookie.write(trip, request, response);
        return url;
    }

    /** Only the browser that left comes back, and in time. Whoever brings nothing of it is not counted: any page can make a browser call here. */
    private RoundTrip trip(String state, HttpServletRequest request, HttpServletResponse response) throws NotLetIn {
        return cookie.take(request, response)
                .filter(one -> one.state().getValue().equals(state))
                .filter(one -> !one.isOver(clock.instant()))
                .orElseThrow(() -> NotLetIn.because("stale"));
    }

    private Reply in(
            Someone someone,
            Registration house,
            RoundTrip trip,
            HttpServletRequest request,
            HttpServletResponse response)
            throws NotLetIn {
        var account = directory.account(someone, house);
        var in = door.letIn(account, trip.next(), request, response);
        return in.isPresent() ? in.get() : FailedPage.of(NotLetIn.because("closed"), false);
    }

    private Reply connected(
            Someone someone, Registration house, AccountId account, HttpServletRequest request, Flash flash)
            throws NotLetIn {
        var viewer = door.viewer(request)
                .filter(one -> one.id().equals(account))
                .orElseThrow(() -> NotLetIn.because("stale"));
        directory.connect(someone, viewer, house);
        flash.done("directory.connected", house.name());
        return Redirect.to("/account");
    }

    private Registration house() throws NotLetIn {
        return directory.registration().orElseThrow(() -> NotLetIn.because("none"));
    }

    private URI back(HttpServletRequest request) {
        return URI.create(door.origin(request) + BACK);
    }
}
