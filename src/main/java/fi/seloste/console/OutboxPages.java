package fi.seloste.console;

import fi.seloste.base.Problem;
import fi.seloste.installation.Setting;
import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.LiveSettings;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters that left, wait or failed. In the demonstration none leaves, and this is where they are read. */
@Controller
class OutboxPages {

    private static final int SHOWN = 200;
    /** A mail brings styles of its own and may run nothing; only our own page frames it. */
    private static final String SHUT =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";

    private final Mail mail;
    private final LiveSettings settings;

    OutboxPages(Mail mail, LiveSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    @GetMapping("/outbox")
    @Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
    OutboxPage outbox() {
        return new OutboxPage(mail.newest(SHOWN), settings.now().text(Setting.MAIL_HOST) != null);
    }

    /** A letter as a mail program draws it. */
    @GetMapping("/outbox/{letter}/mail")
    @Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
    ResponseEntity<String> drawn(@PathVariable UUID letter) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SHUT)
                .header("X-Frame-Options", "SAMEORIGIN")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(mail.drawn(letter).orElseThrow(() -> Problem.notFound("file")));
    }

    /** The file that a letter carries, as its reader gets it. */
    @GetMapping("/outbox/{letter}/file")
    @Needs(purpose = Purpose.TECHNICAL, action = Action.MANAGE)
    ResponseEntity<String> file(@PathVariable UUID letter) {
        var file = mail.file(letter).orElseThrow(() -> Problem.notFound("file"));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(file.type() + ";charset=UTF-8"))
                .body(file.text());
    }
}
