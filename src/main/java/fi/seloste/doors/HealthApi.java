package fi.seloste.doors;

import fi.seloste.staff.Public;
import fi.seloste.staff.Staff;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For whoever watches over the server: whether it answers, and its database with it. Nothing else is told to strangers. */
@RestController
@Public(perSecond = 20)
class HealthApi {

    private final Staff staff;

    HealthApi(Staff staff) {
        this.staff = staff;
    }

    @GetMapping("/health")
    ResponseEntity<Map<String, String>> health() {
        boolean up = answers();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", up ? "up" : "down"));
    }

    private boolean answers() {
        try {
            staff.isEmpty();
            return true;
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
