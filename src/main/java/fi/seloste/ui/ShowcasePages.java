package fi.seloste.ui;

import fi.seloste.base.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A living style guide for those who make pages; never in a real installation. */
@Controller
@Profile({"dev", "test"})
class ShowcasePages {

    private final Clock clock;

    ShowcasePages(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/ui")
    ShowcasePage parts(@RequestParam(defaultValue = "name") String sort) {
        return new ShowcasePage(clock.instant(), LocalDate.now(clock), sort);
    }

    @GetMapping("/ui/public")
    ShowcasePage.Open open() {
        return new ShowcasePage.Open(LocalDate.now(clock));
    }

    @GetMapping("/ui/plain")
    ShowcasePage.Plain plain() {
        return new ShowcasePage.Plain();
    }

    @GetMapping("/ui/dialog")
    ShowcasePage.Dialog dialog() {
        return new ShowcasePage.Dialog(Errors.none());
    }

    @PostMapping("/ui/dialog")
    Reply ban(@RequestParam String reason, Flash flash) {
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "ui.invalid.NotBlank");
        }
        flash.undoable("/ui/undo", "ui.problem.field", "Marketing banned", reason);
        return Redirect.to("/ui");
    }

    @PostMapping("/ui/undo")
    Reply undo(Flash flash) {
        flash.warn("ui.problem.field", "Taken back", "the ban of today");
        return Redirect.to("/ui");
    }

    @GetMapping("/ui/bug")
    Reply bug() {
        throw new IllegalStateException("made for the style guide");
    }

    @GetMapping("/api/ui/missing")
    Reply missing() {
        throw Problem.invalid("email", "ui.invalid.Email");
    }

    @Bean
    Menu showcaseMenu() {
        return () -> List.of(MenuItem.of("ui.menu.work", "/ui", "template", MenuGroup.HOUSE, 999)
                .going("u")
                .shownTo(viewer -> true));
    }

    @GetMapping(path = "/ui/file.csv")
    ResponseEntity<String> file() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv"))
                .body("name\nAda Koskinen\n");
    }
}
