package fi.seloste.console;

import fi.seloste.staff.Anybody;
import fi.seloste.staff.SignedIn;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box: people, organisations, commands and pages by what one types. */
@Controller
@Anybody
class PalettePages {

    private static final int BELOW_THE_BOX = 6;
    private static final int ON_THE_PAGE = 20;

    private final Finding finding;

    PalettePages(Finding finding) {
        this.finding = finding;
    }

    @GetMapping("/palette")
    PalettePage palette(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String as,
            SignedIn viewer,
            Locale locale) {
        return new PalettePage(finding.of(new Finding.Asked(q, as, locale, BELOW_THE_BOX), viewer));
    }

    /** Without script, and for whoever wants to see more than fits below the box. */
    @GetMapping("/search")
    SearchPage search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String as,
            SignedIn viewer,
            Locale locale) {
        var found = finding.of(new Finding.Asked(q, as, locale, ON_THE_PAGE), viewer);
        return new SearchPage(found, as, found.people().size() == ON_THE_PAGE);
    }
}
