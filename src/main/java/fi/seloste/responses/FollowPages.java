package fi.seloste.responses;

import fi.seloste.base.Problem;
import fi.seloste.staff.Public;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Links of messages lead over here to where the campaign says, and nowhere else. No cookie is set and nothing is stored at the reader's. Whole offices come
 * from one address, and mail services fetch for a million readers, so the rate is one that only a flood reaches.
 */
@Controller
@Public(intake = true, perSecond = 2_000)
class FollowPages {

    private static final byte[] PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Intake intake;

    FollowPages(Intake intake) {
        this.intake = intake;
    }

    @GetMapping("/c/{token}")
    ResponseEntity<Void> follow(@PathVariable String token, HttpServletRequest request) {
        var target = intake.follow(token, asker(request)).orElseThrow(() -> Problem.notFound("followed"));
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(target)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @GetMapping("/o/{token}.gif")
    ResponseEntity<byte[]> open(@PathVariable String token, HttpServletRequest request) {
        return intake.open(token, asker(request))
                ? ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_GIF)
                        .cacheControl(CacheControl.noStore())
                        .body(PICTURE)
                : ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build();
    }

    private static Intake.Asker asker(HttpServletRequest request) {
        return new Intake.Asker(request.getMethod(), request.getHeader("User-Agent"), request.getRemoteAddr());
    }
}
