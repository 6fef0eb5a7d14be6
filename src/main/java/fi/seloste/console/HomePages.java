package fi.seloste.console;

import fi.seloste.staff.Anybody;
import fi.seloste.staff.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that one signs in to. */
@Controller
class HomePages {

    private final Agenda agenda;

    HomePages(Agenda agenda) {
        this.agenda = agenda;
    }

    @GetMapping("/")
    @Anybody
    HomePage home(SignedIn viewer) {
        return agenda.of(viewer);
    }
}
