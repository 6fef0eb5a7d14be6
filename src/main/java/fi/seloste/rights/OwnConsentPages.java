package fi.seloste.rights;

import fi.seloste.base.Actor;
import fi.seloste.consents.ConsentPurposes;
import fi.seloste.consents.Consents;
import fi.seloste.consents.ReceiptFile;
import fi.seloste.consents.Way;
import fi.seloste.staff.Public;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Flash;
import fi.seloste.ui.Redirect;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the person agreed to, on their own page: each is taken back by one button (Art. 7(3)), and its receipt is theirs to keep. */
@Controller
@Public
@RequestMapping("/privacy/own/{link}/consents/{consent}")
class OwnConsentPages {

    private final Asking asking;
    private final Consents consents;
    private final ConsentPurposes declared;
    private final Purposes purposes;

    OwnConsentPages(Asking asking, Consents consents, ConsentPurposes declared, Purposes purposes) {
        this.asking = asking;
        this.consents = consents;
        this.declared = declared;
        this.purposes = purposes;
    }

    @PostMapping("/withdrawal")
    Redirect withdraw(@PathVariable String link, @PathVariable UUID consent, Flash flash) {
        var person = asking.open(link, "own").person();
        purposes.asSubject(person, () -> consents.withdraw(person, consent, Way.OWN_PAGE, Actor.subject(person)));
        flash.done(declared.isMarketedToWithout() ? "rights.own.withdrawnStill" : "rights.own.withdrawn");
        return Redirect.to("/privacy/own/" + link);
    }

    @GetMapping("/receipt")
    ResponseEntity<String> receipt(@PathVariable String link, @PathVariable UUID consent) {
        var person = asking.open(link, "own").person();
        var receipt = purposes.asSubject(person, () -> consents.receipt(consents.get(person, consent)));
        return ReceiptFile.of(consent, receipt);
    }
}
