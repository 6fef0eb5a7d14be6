package fi.seloste.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds every public door to a rate per address. */
@Component
@ConditionalOnWebApplication
@Order(-110) // before the chains of security, after the true address is known
class AddressLimits extends OncePerRequestFilter {

    private final PublicDoors doors;
    private final Limits limits;
    private final Refusals refusals;

    AddressLimits(PublicDoors doors, Limits limits, Refusals refusals) {
        this.doors = doors;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !doors.isPublic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = wait(request);
        if (wait > 0) {
            refusals.tooMany(request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long wait(HttpServletRequest request) {
        var address = Network.of(request.getRemoteAddr());
        var door = doors.find(request).orElseThrow();
        if (door.said().perSecond() > 0) {
            return limits.ofDoor(
                    door.pattern().getPatternString(), address, door.said().perSecond());
        }
        if (door.said().intake()) {
            return limits.ofIntake(address);
        }
        return request.getMethod().matches("GET|HEAD") ? limits.ofReading(address) : limits.ofSending(address);
    }
}
