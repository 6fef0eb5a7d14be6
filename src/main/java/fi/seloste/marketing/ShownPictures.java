package fi.seloste.marketing;

import fi.seloste.staff.Public;
import java.time.Duration;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Pictures as readers of mail get them. What lies at an address never changes, so it may be kept by whoever fetched it; it is the same for every reader and
 * tells us nothing of them.
 */
@Controller
class ShownPictures {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PictureDesk desk;

    ShownPictures(PictureDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/pictures/{address}")
    @Public
    ResponseEntity<InputStreamResource> show(@PathVariable String address) {
        var picture = desk.open(address);
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .body(new InputStreamResource(picture.content()));
    }
}
