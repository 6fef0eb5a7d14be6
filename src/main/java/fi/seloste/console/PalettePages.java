package fi.seloste.console;

import fi.seloste.staff.Anybody;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box, which goes to pages by their names. */
@Controller
@Anybody
class PalettePages {

    @GetMapping("/palette")
    PalettePage palette(@RequestParam(defaultValue = "") String q) {
        return new PalettePage(q);
    }

    @GetMapping("/search")
    SearchPage search(@RequestParam(defaultValue = "") String q) {
        return new SearchPage(new PalettePage(q));
    }
}
