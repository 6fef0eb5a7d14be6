package fi.seloste.notice;

import static fi.seloste.notice.Declaration.Processing.known;

import fi.seloste.base.Sentence;
import fi.seloste.notice.PublicPage.Block;
import fi.seloste.notice.PublicPage.Mark;
import fi.seloste.notice.PublicPage.Party;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says the declaration in one language. It adds no statement of its own but how each one is kept. */
public final class PublishedNotice {

    /** Texts that tell what the product does by itself; the others the controller vouches for. */
    private static final Set<String> KEPT_TEXTS = Set.of("identity", "deadline", "changes");

    private final Declaration declaration;
    private final Locale language;
    private PublicPage.Place place = new PublicPage.Place("", "");

    private PublishedNotice(Declaration declaration, Locale language) {
        this.declaration = declaration;
        this.language = language;
    }

    /** A declaration by itself, whether it was published or not. */
    public static PublicPage in(Locale language, Declaration declaration) {
        return new PublishedNotice(declaration, language).page();
    }

    /** A declaration in its place among the versions; {@code until} is the day on which another took its place. */
    public static PublicPage of(Locale language, Edition edition, @Nullable LocalDate until) {
        var notice = new PublishedNotice(edition.declaration(), language);
        notice.place = notice.place(edition, until);
        return notice.page();
    }

    private PublicPage page() {
        return new PublicPage(language, top(), who(), what(), rest());
    }

    private PublicPage.Place place(Edition edition, @Nullable LocalDate until) {
        var version = edition.version().orElse(null);
        if (version == null) {
            return new PublicPage.Place("", say("notice.page.unpublished"));
        }
        var number = Integer.toString(version.number());
        var since = version.published().effectiveOn();
        return until == null
                ? new PublicPage.Place(say("notice.page.inForce", number, since), "")
                : new PublicPage.Place(
                        say("notice.page.inForce", number, since), say("notice.page.past", number, since, until));
    }

    private PublicPage.Top top() {
        var heading = declaration.heading();
        return new PublicPage.Top(
                heading.title().in(language),
                heading.scope().in(language),
                heading.summary().stream().map(line -> line.in(language)).toList(),
                objection(),
                new PublicPage.Version(
                        place,
                        say("notice.page.prepared", heading.days().prepared()),
                        say("notice.page.updated", heading.days().updated()),
                        NoticeJson.sha256(declaration)));
    }

    // Art. 21(4): the right to object "shall be presented clearly and separately from any other information"
    private Block objection() {
        var rights = declaration.promises().rights();
        var lines = Stream.of(NoticeRight.MARKETING_OBJECTION, NoticeRight.OBJECTION)
                .filter(rights::containsKey)
                .map(right -> rights.getOrDefault(right, Text.NONE).in(language))
                .collect(Collectors.joining(" "));
        return new Block(say("notice.page.objection"), lines, kept("objection"));
    }

    private PublicPage.Who who() {
        var controller = declaration.controller();
        var identity = controller.identity();
        var name = identity.businessId().isEmpty()
                ? identity.name()
                : identity.name() + ", " + say("notice.page.businessId", identity.businessId());
        return new PublicPage.Who(
                party(name, controller.reach()),
                controller.business().in(language),
                controller.offices().stream()
                        .map(office -> party(office.name().in(language), office.reach()))
                        .toList(),
                authority(controller),
                attested());
    }

    private @Nullable Party authority(Controller controller) {
        var authority = controller.authority();
        return authority == null ? null : party(authority.name().in(language), authority.reach());
    }

    private static Party party(String name, Controller.Reach reach) {
        return new Party(name, reach.address(), reach.email(), reach.phone(), reach.website());
    }

    private PublicPage.What what() {
        var processing = declaration.processing();
        return new PublicPage.What(
                processing.purposes().values().stream().map(this::purpose).toList(),
                processing.categories().values().stream().map(this::category).toList(),
                processing.sources().values().stream()
                        .filter(Source::startsArticle14)
                        .map(source -> new PublicPage.SourceRow(
                                source.name().in(language),
                                source.kind().in(language),
                                source.text().in(language)))
                        .toList(),
                declaration.recipientsInUse().stream().map(this::recipient).toList());
    }

    private PublicPage.PurposeRow purpose(DeclaredPurpose purpose) {
        var why = purpose.justification();
        var because = why.law().isBlank() ? why.interest() : why.law();
        return new PublicPage.PurposeRow(
                purpose.id(),
                purpose.name().in(language),
                purpose.wording().text().in(language),
                new PublicPage.Basis(
                        purpose.basis().in(language),
                        Finding.Law.gdpr(purpose.basis().place()).words().in(language),
                        because.in(language)),
                purpose.uses().isEmpty() ? attested() : kept("purpose"));
    }

    private PublicPage.CategoryRow category(Category category) {
        var links = category.links();
        var processing = declaration.processing();
        return new PublicPage.CategoryRow(
                category.id(),
                new PublicPage.Named(
                        category.name().in(language),
                        category.wording().data().in(language),
                        category.wording().required().in(language)),
                new PublicPage.Links(
                        names(
                                links.groups(),
                                id -> known(processing.groups(), id).name()),
                        names(
                                links.purposes(),
                                id -> known(processing.purposes(), id).name()),
                        names(
                                links.sources(),
                                id -> known(processing.sources(), id).name())),
                keeping(category.retention()),
                category.retention().isEnforceable() ? kept("category") : attested());
    }

    private PublicPage.Kept keeping(Retention retention) {
        if (!retention.isEnforceable()) {
            var criteria = retention.criteria().in(language);
            return new PublicPage.Kept(criteria, List.of(criteria));
        }
        return new PublicPage.Kept(
                retention.rules().getFirst().brief().in(language),
                retention.rules().stream().map(this::keeping).toList());
    }

    private String keeping(RetentionRule rule) {
        var words = rule.words().in(language);
        return declaration
                .purpose(rule.purpose() == null ? "" : rule.purpose())
                .map(purpose -> say("notice.keptFor", purpose.name(), words))
                .orElse(words);
    }

    private PublicPage.RecipientRow recipient(Recipient recipient) {
        var place = recipient.place();
        var country =
                place.country() == null ? "" : Locale.of("", place.country()).getDisplayCountry(language);
        var safeguard = place.safeguard();
        var transfer =
                safeguard == null || !recipient.isOutsideEea() ? say("notice.page.noTransfer") : safeguard.in(language);
        return new PublicPage.RecipientRow(
                recipient.wording().name().in(language),
                recipient.role().in(language),
                recipient.wording().does().in(language),
                new PublicPage.Where(
                        names(
                                recipient.scope().categories(),
                                id -> known(declaration.processing().categories(), id)
                                        .name()),
                        country,
                        transfer,
                        place.website()),
                attested(
                        place.agreement() == null
                                ? declaration.heading().attested().on()
                                : place.agreement()));
    }

    private PublicPage.Rest rest() {
        var promises = declaration.promises();
        return new PublicPage.Rest(
                promises.rights().entrySet().stream()
                        .map(entry -> new PublicPage.RightRow(
                                entry.getKey().in(language),
                                Finding.Law.gdpr(entry.getKey().article())
                                        .words()
                                        .in(language),
                                entry.getValue().in(language)))
                        .toList(),
                promises.texts().entrySet().stream()
                        .map(entry -> new Block(
                                say("notice.page.text." + titled(entry.getKey())),
                                entry.getValue().in(language),
                                KEPT_TEXTS.contains(entry.getKey()) ? kept("text." + entry.getKey()) : attested()))
                        .toList(),
                promises.cookies().text().in(language),
                promises.cookies().list().stream().map(this::cookie).toList(),
                new Block(say("notice.page.automated"), promises.automated().in(language), kept("automated")));
    }

    /** A controller may add texts of its own, which stand under a common title. */
    static String titled(String key) {
        return Set.of("security", "identity", "deadline", "changes", "limits").contains(key) ? key : "other";
    }

    private PublicPage.CookieRow cookie(Cookies.Cookie cookie) {
        var lifetime = cookie.reach().lifetime();
        return new PublicPage.CookieRow(
                cookie.name(),
                cookie.text().in(language),
                cookie.reach().thirdParty() ? say("notice.page.thirdParty", cookie.provider()) : cookie.provider(),
                lifetime == null ? "" : length(lifetime),
                cookie.needsConsent());
    }

    private String length(Period period) {
        return RetentionRule.length(period).in(language);
    }

    private String names(List<String> ids, Function<String, Text> name) {
        return ids.stream().map(id -> name.apply(id).in(language)).collect(Collectors.joining("; "));
    }

    private Mark kept(String by) {
        return new Mark(true, say("notice.mark.enforced", Sentence.of("notice.mark.by." + by)));
    }

    private Mark attested() {
        return attested(declaration.heading().attested().on());
    }

    private Mark attested(LocalDate on) {
        return new Mark(
                false,
                say("notice.mark.attested", declaration.heading().attested().by(), on));
    }

    private String say(String key, Object... arguments) {
        return Sentence.of(key, arguments).in(language);
    }
}
