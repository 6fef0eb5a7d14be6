package fi.seloste.demo;

import fi.seloste.disclosures.Decision;
import fi.seloste.disclosures.Disclosure;
import fi.seloste.disclosures.Disclosures;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a made-up authority asked for: once it got a part, once it waits, and once nobody may be told yet. */
@Component
@Profile("demo")
class Demands implements Chapter {

    private static final String AUTHORITY = "Esimerkkilän poliisilaitos";
    private static final String LAW = "Police Act (872/2011), chapter 4, section 3";

    private final Disclosures disclosures;

    Demands(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public void lay(Stage stage) {
        var before = stage.daysAgo(75);
        stage.apart(before, () -> answered(stage, before));
        var lately = stage.daysAgo(3);
        stage.apart(
                lately,
                () -> asked(
                        stage,
                        demand(stage, lately, "5680/R/377", "Who used the service on the first weekend of the month."),
                        null,
                        "hanna.tolvonen@koivujoki.example"));
        var secretly = stage.daysAgo(12);
        stage.apart(
                secretly,
                () -> asked(
                        stage,
                        demand(stage, secretly, "5680/R/341", "Contact information and sign-ins of one main user."),
                        new Disclosure.Secrecy(
                                stage.today().plusDays(45),
                                "Criminal Investigation Act (805/2011), chapter 11, section 5",
                                null),
                        "elina.kivela@saarenranta.example"));
    }

    private void answered(Stage stage, Instant at) {
        var id = asked(
                stage,
                demand(stage, at, "5680/R/214", "Who ordered alarms for a site, and everything written about them."),
                null,
                "joakim.sjoberg@bjorkvik.example");
        disclosures.decide(
                id,
                new Disclosure.Answer(
                        Decision.PART,
                        "The section covers who ordered. It does not cover our notes about the relationship.",
                        List.of("contact-information", "contract-relationship"),
                        "secure mail of the police",
                        stage.dayOf(at)),
                stage.crew.sirpa().actor());
    }

    private static Disclosure.Asked demand(Stage stage, Instant at, String reference, String what) {
        var day = stage.dayOf(at);
        return new Disclosure.Asked(AUTHORITY, reference, LAW, what, day, day.plusDays(14));
    }

    private UUID asked(Stage stage, Disclosure.Asked demand, Disclosure.@Nullable Secrecy secrecy, String email) {
        return disclosures.record(
                demand,
                secrecy,
                List.of(stage.person(email)),
                stage.crew.sirpa().actor());
    }
}
