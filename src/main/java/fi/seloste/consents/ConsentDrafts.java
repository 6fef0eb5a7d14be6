package fi.seloste.consents;

import fi.seloste.base.Problem;
import fi.seloste.base.Shortened;
import fi.seloste.staff.SignedIn;
import fi.seloste.ui.Option;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the form of a consent offers, and what it makes of what was filled in. */
@Component
class ConsentDrafts {

    private final Wordings wordings;
    private final ConsentPurposes declared;
    private final Clock clock;
    private final ZoneId place;

    ConsentDrafts(
            Wordings wordings,
            ConsentPurposes declared,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.wordings = wordings;
        this.declared = declared;
        this.clock = clock;
        this.place = place;
    }

    ConsentForm empty(String wording, SignedIn viewer) {
        return ConsentForm.empty(
                wording,
                viewer.account().language(),
                clock.instant().atZone(place).toLocalDate());
    }

    Agreement agreement(ConsentForm form) {
        return form.agreement(this::kept, clock.instant(), place);
    }

    private Wording kept(String id) {
        try {
            return wordings.find(UUID.fromString(id)).orElseThrow(() -> Problem.notFound("consentText"));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("wording", "consents.wording.unknown", Shortened.of(id));
        }
    }

    /** Words that are kept, of purposes that the notice still has. */
    List<ConsentFormPage.Kept> wordings(Locale language) {
        var purposes = declared.list().stream().map(one -> one.id()).toList();
        return wordings.newest().stream()
                .filter(one -> purposes.contains(one.aim().purpose()))
                .map(one -> new ConsentFormPage.Kept(one.id().toString(), declared.name(one.aim(), language), one))
                .toList();
    }

    List<Option> declared(Locale language) {
        return declared.list().stream()
                .map(one -> new Option(one.id(), one.name().in(language)))
                .toList();
    }
}
