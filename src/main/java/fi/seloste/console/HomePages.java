package fi.seloste.console;

import fi.seloste.staff.Anybody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that one signs in to. */
@Controller
class HomePages {

    @GetMapping("/")
    @Anybody
    HomePage home() {
        return new HomePage();
    }
}
