package fi.seloste.demo;

import fi.seloste.base.BusinessId;
import fi.seloste.base.OrganisationId;
import fi.seloste.base.Problem;
import fi.seloste.register.ContactDetails;
import fi.seloste.register.ContactPoint;
import fi.seloste.register.CustomField;
import fi.seloste.register.Filing;
import fi.seloste.register.NewOrganisation;
import fi.seloste.register.OrganisationField;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Origin;
import fi.seloste.register.OwnFields;
import fi.seloste.register.Party;
import fi.seloste.register.PostalAddress;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The organisations, with the fields that the company added for itself. */
@Component
@Profile("demo")
class Firms implements Chapter {

    private static final List<String> PLANS = List.of("Basic", "Plus", "Crisis");

    private final OrganisationRegister organisations;
    private final ContactDetails details;
    private final OwnFields fields;
    private final Tagging tags;

    Firms(OrganisationRegister organisations, ContactDetails details, OwnFields fields, Tagging tags) {
        this.organisations = organisations;
        this.details = details;
        this.fields = fields;
        this.tags = tags;
    }

    /** What the company asks of every customer beside the usual. */
    private static final class Own {
        UUID users = new UUID(0, 0);
        UUID plan = users;
    }

    @Override
    public void lay(Stage stage) {
        var own = new Own();
        stage.customer(stage.daysAgo(760), () -> declare(own));
        Firm.all().forEach(firm -> {
            var at = stage.daysAgo(firm.since() + 2);
            stage.customer(at, () -> add(firm, at, stage));
            if (!firm.isProspect()) {
                stage.customer(stage.daysAgo(firm.since() - 9), () -> subscribe(firm, own, stage));
            }
        });
    }

    private void declare(Own own) {
        own.users = declare("Users of the service", CustomField.Kind.NUMBER, Filing.ORGANISATIONS, List.of());
        own.plan = declare("Plan", CustomField.Kind.CHOICE, Filing.ORGANISATIONS, PLANS);
        declare("Training on", CustomField.Kind.DATE, Filing.NOTES, List.of());
        declare(Players.TOPIC, CustomField.Kind.CHOICE, Filing.TAGS, Players.TOPICS);
    }

    private UUID declare(String name, CustomField.Kind kind, Filing filing, List<String> choices) {
        var holder = filing == Filing.ORGANISATIONS ? CustomField.Holder.ORGANISATION : CustomField.Holder.PERSON;
        return fields.declare(new CustomField.New(holder, name, kind, filing.category(), choices));
    }

    private void add(Firm firm, Instant at, Stage stage) {
        var owner = firm.owner(stage.crew);
        var source = firm.isProspect() ? Source.MEETING : Source.CONTRACT;
        var origin = new Origin(source, null, stage.dayOf(at));
        var id = organisations.add(NewOrganisation.of(firm.name(), origin).with(facts(firm, owner)), owner.actor());
        stage.appears(firm.domain(), id);
        var party = Party.of(id);
        var number = new ContactPoint.New(ContactPoint.Kind.PHONE, stage.numbers.switchboard(), "switchboard", null);
        details.add(party, number, origin, owner.actor());
        details.add(party, ContactPoint.New.email("info@" + firm.site()), origin, owner.actor());
        var place = firm.place();
        details.addAddress(
                party,
                new PostalAddress.Lines("visits", place.street(), place.postalCode(), place.town(), "FI"),
                source,
                owner.actor());
        tags.add(party, firm.segment(), owner.actor());
    }

    private static Map<OrganisationField, String> facts(Firm firm, Crew.Mate owner) {
        return Map.of(
                OrganisationField.BUSINESS_ID, businessId(firm.number()),
                OrganisationField.DOMAIN, firm.site(),
                OrganisationField.WEBSITE, "https://www." + firm.site(),
                OrganisationField.SEGMENT, firm.segment(),
                OrganisationField.OWNER, owner.id().toString());
    }

    /** Nine million is far from being given out, so these are right by their check digit and nobody's. */
    static String businessId(int number) {
        return IntStream.range(0, 100)
                .map(i -> 9_000_100 + number * 100 + i)
                .boxed()
                .flatMap(digits -> IntStream.range(0, 10).mapToObj(check -> digits + "-" + check))
                .filter(Firms::isRight)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRight(String businessId) {
        try {
            BusinessId.parse(businessId);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private void subscribe(Firm firm, Own own, Stage stage) {
        OrganisationId id = stage.organisation(firm.domain());
        var actor = firm.owner(stage.crew).actor();
        fields.set(Party.of(id), own.users, String.valueOf(firm.heads() * 20 + firm.number() % 7 * 5), actor);
        fields.set(Party.of(id), own.plan, PLANS.get(firm.number() % PLANS.size()), actor);
        tags.add(Party.of(id), firm.relation() == Firm.Relation.FORMER ? "former customer" : "customer", actor);
    }
}
