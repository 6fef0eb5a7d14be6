package fi.seloste.register;

import fi.seloste.base.Problem;
import fi.seloste.staff.Needs;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.suppression.Suppression;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether an address may be used, for programs that hold their own lists; true says that it is refused. */
@RestController
@RequestMapping("/api/v1/suppressions")
class SuppressionsApi {

    private final DomainBan domains;
    private final Purposes purposes;

    SuppressionsApi(DomainBan domains, Purposes purposes) {
        this.domains = domains;
        this.purposes = purposes;
    }

    @GetMapping("/check")
    @Needs(
            purpose = {Purpose.CUSTOMER, Purpose.MARKETING, Purpose.SUPPORT},
            chosen = true)
    Suppression.Check check(@RequestParam(required = false) @Nullable String email, Purpose purpose) {
        if (email == null || email.isBlank()) {
            throw Problem.invalid("email", "register.email.missing");
        }
        return purposes.as(purpose, () -> domains.check(email));
    }
}
