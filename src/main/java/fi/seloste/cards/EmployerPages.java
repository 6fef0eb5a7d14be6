package fi.seloste.cards;

import fi.seloste.staff.Action;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names organisations while one is being written; without script the form asks when it is sent. */
@Controller
@Needs(
        purpose = {Purpose.CUSTOMER, Purpose.SUPPORT},
        action = Action.CHANGE,
        chosen = true)
class EmployerPages {

    private final Employers employers;
    private final Purposes purposes;

    EmployerPages(Employers employers, Purposes purposes) {
        this.employers = employers;
        this.purposes = purposes;
    }

    @GetMapping("/organisations/choices")
    ChoicesPage choices(@RequestParam(defaultValue = "") String organisation, Purpose purpose) {
        return purposes.as(purpose, () -> new ChoicesPage(employers.found(Employer.of(organisation, ""))));
    }
}
