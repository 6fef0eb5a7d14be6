package fi.seloste.disclosures;

import fi.seloste.base.Sentence;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.register.PersonRow;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The letter that tells somebody which authority asked for their data by which law, what it got, and why they hear of it only now. */
@Component
class DisclosureLetter {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private final Mail mail;
    private final Notice notice;
    private final PublicAddress house;

    DisclosureLetter(Mail mail, Notice notice, PublicAddress house) {
        this.mail = mail;
        this.notice = notice;
        this.house = house;
    }

    void send(Disclosure disclosure, PersonRow person, String address) {
        var declared = notice.inForce();
        var language = language(person, declared);
        var subject =
                say("disclosures.letter.subject", language, disclosure.asked().authority());
        mail.send(
                new Letter("disclosure", address, subject, body(disclosure, person, declared, language), person.id()));
    }

    private static Locale language(PersonRow person, Declaration declared) {
        var language = person.language();
        return Locale.of(
                language != null && LANGUAGES.contains(language)
                        ? language
                        : declared.languages().getFirst());
    }

    private String body(Disclosure disclosure, PersonRow person, Declaration declared, Locale language) {
        var asked = disclosure.asked();
        return Stream.of(
                        say(
                                "disclosures.letter.who",
                                language,
                                person.name(),
                                asked.authority(),
                                declared.controller().identity().name(),
                                asked.receivedOn()),
                        say("disclosures.letter.law", language, asked.law()),
                        asked.reference() == null
                                ? ""
                                : say("disclosures.letter.reference", language, asked.reference()),
                        answer(disclosure, declared, language),
                        disclosure.secrecy() == null
                                ? ""
                                : say(
                                        "disclosures.letter.why",
                                        language,
                                        disclosure.secrecy().by()),
                        say("disclosures.letter.rights", language, url("/privacy"), url("/notice")),
                        complaint(declared, language),
                        declared.controller().signature(language))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String answer(Disclosure disclosure, Declaration declared, Locale language) {
        var answer = disclosure.answer();
        if (answer == null) {
            return say("disclosures.letter.open", language);
        }
        return answer.isGiven()
                ? say(
                        "disclosures.letter.given",
                        language,
                        Objects.requireNonNull(answer.sentOn()), // whatever is given has its day
                        answer.categories().stream()
                                .map(id -> declared.category(id)
                                        .map(category -> category.name().in(language))
                                        .orElse(id))
                                .collect(Collectors.joining(", ")))
                : say("disclosures.letter.refused", language);
    }

    private static String complaint(Declaration declared, Locale language) {
        var authority = declared.controller().authority();
        return authority == null
                ? ""
                : say("disclosures.letter.complaint", language, authority.name().in(language));
    }

    private static String say(String key, Locale language, Object... arguments) {
        return Sentence.of(key, arguments).in(language);
    }

    private String url(String path) {
        return house.of(path);
    }
}
