package fi.seloste.informing;

import fi.seloste.base.Sentence;
import fi.seloste.notice.Category;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.notice.NoticeJson;
import fi.seloste.notice.NoticeRight;
import fi.seloste.notice.Text;
import fi.seloste.register.Untold;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The letter of Art. 14(1) and (2) to one person: who we are, what we have, from where, for what and on which ground, how long, who
 * receives it, and the rights, the one to object clearly apart (Art. 21(4)). It advertises nothing.
 */
@Component
class InformingLetter {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final Mail mail;
    private final Notice notice;
    private final PublicAddress house;

    InformingLetter(Mail mail, Notice notice, PublicAddress house) {
        this.mail = mail;
        this.notice = notice;
        this.house = house;
    }

    /** Names the very notice that was told. */
    String noticePrint() {
        return NoticeJson.sha256(notice.inForce());
    }

    void send(Untold person) {
        var declared = notice.inForce();
        var language = language(person, declared);
        var subject = Sentence.of(
                        "informing.letter.subject",
                        declared.controller().identity().name())
                .in(language);
        mail.send(new Letter(
                "informing",
                Objects.requireNonNull(person.email()),
                subject,
                body(person, declared, language),
                person.id()));
    }

    private static Locale language(Untold person, Declaration declared) {
        var language = person.language();
        return Locale.of(
                language != null && LANGUAGES.contains(language)
                        ? language
                        : declared.languages().getFirst());
    }

    private String body(Untold person, Declaration declared, Locale language) {
        var controller = declared.controller();
        var contact = declared.category("contact-information");
        return Stream.of(
                        say(
                                "informing.letter.who",
                                language,
                                person.name(),
                                controller.identity().name()),
                        controller.business().in(language),
                        say("informing.letter.from", language, source(person, declared, language), person.sourcedOn()),
                        person.roleReason() == null ? "" : say("informing.letter.role", language, person.roleReason()),
                        contact.map(c -> say(
                                        "informing.letter.what",
                                        language,
                                        c.wording().data().in(language)))
                                .orElse(""),
                        contact.map(c -> say("informing.letter.for", language, purposes(c, declared, language)))
                                .orElse(""),
                        contact.map(c -> say("informing.letter.until", language, until(c, language)))
                                .orElse(""),
                        say("informing.letter.recipients", language, recipients(declared, language)),
                        say("informing.letter.object", language, objection(declared, language), url("/privacy")),
                        say("informing.letter.rights", language, url("/privacy"), url("/notice")),
                        complaint(declared, language),
                        controller.signature(language))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String say(String key, Locale language, Object... arguments) {
        return Sentence.of(key, arguments).in(language);
    }

    /** Art. 14(2)(f): "from which source the personal data originate". */
    private static String source(Untold person, Declaration declared, Locale language) {
        var source = declared.processing().sources().get(person.source());
        var name = source == null ? person.source() : source.name().in(language);
        return person.sourceDetail() == null ? name : name + ", " + person.sourceDetail();
    }

    /** Art. 14(1)(c), 14(2)(b): the purposes, the lawful basis of each, and the interests pursued. */
    private static String purposes(Category category, Declaration declared, Locale language) {
        return category.purposes().stream()
                .flatMap(id -> declared.purpose(id).stream())
                .map(purpose -> "- " + purpose.name().in(language) + " ("
                        + purpose.basis().in(language)
                        + interest(purpose.justification().interest(), language) + ")")
                .collect(Collectors.joining("\n"));
    }

    private static String interest(Text interest, Locale language) {
        return interest.isBlank() ? "" : ": " + interest.in(language);
    }

    private static String until(Category category, Locale language) {
        return category.retention().isEnforceable()
                ? category.retention().rules().getFirst().brief().in(language)
                : category.retention().criteria().in(language);
    }

    private static String recipients(Declaration declared, Locale language) {
        return declared.recipientsInUse().stream()
                .map(one -> one.wording().name().in(language))
                .collect(Collectors.joining(", "));
    }

    private static String objection(Declaration declared, Locale language) {
        return Stream.of(NoticeRight.MARKETING_OBJECTION, NoticeRight.OBJECTION)
                .flatMap(right -> Stream.ofNullable(declared.promises().rights().get(right)))
                .map(text -> text.in(language))
                .collect(Collectors.joining(" "));
    }

    private static String complaint(Declaration declared, Locale language) {
        var authority = declared.controller().authority();
        return authority == null
                ? ""
                : say("informing.letter.complaint", language, authority.name().in(language));
    }

    private String url(String path) {
        return house.of(path);
    }
}
