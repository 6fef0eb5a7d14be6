package fi.seloste.newsletters;

import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.consents.Consents;
import fi.seloste.consents.Wording;
import fi.seloste.notice.Notice;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written to those who ask for a newsletter, in the language they asked in. */
@Component
class Letters {

    private final Mail mail;
    private final Consents consents;
    private final Topics topics;
    private final Notice notice;
    private final PublicAddress house;

    Letters(Mail mail, Consents consents, Topics topics, Notice notice, PublicAddress house) {
        this.mail = mail;
        this.consents = consents;
        this.topics = topics;
        this.notice = notice;
        this.house = house;
    }

    /** What is agreed to, in the words that were shown. */
    record Wanted(Topic topic, Wording wording) {}

    /** In the order in which they were asked for; one that is gone meanwhile is not among them. */
    List<Wanted> wanted(SignUp asked) {
        return asked.wordings().stream()
                .flatMap(id -> consents.wording(id).stream())
                .flatMap(
                        wording -> topics.find(wording.aim().topic()).stream().map(topic -> new Wanted(topic, wording)))
                .toList();
    }

    void askToConfirm(SignUp asked, String token, @Nullable PersonId person) {
        var language = Locale.of(asked.who().language());
        var wanted = wanted(asked);
        var body = say(
                        "confirm.body",
                        language,
                        house(),
                        wanted.stream()
                                .map(one -> "- " + one.topic().name(language) + ": "
                                        + one.wording().text().words())
                                .collect(Collectors.joining("\n")),
                        house.of("/newsletters/confirm/" + token),
                        ConfirmationLetters.LINK_LIVES.toHours())
                + foot(language);
        var names = names(wanted.stream().map(Wanted::topic).toList(), language);
        send("newsletter-confirmation", asked.who().email(), say("confirm.subject", language, names), body, person);
    }

    /** One letter for all that was confirmed at once, with what each of them says to whoever is new. */
    void welcome(PersonId person, String email, List<Topic> begun, Locale language) {
        var texts = begun.stream()
                .map(one -> one.in(language.getLanguage()).welcome())
                .map(text -> text.isEmpty() ? "" : text + "\n\n")
                .collect(Collectors.joining());
        var body = say("welcome.body", language, names(begun, language), texts, house.of("/privacy")) + foot(language);
        send("newsletter-welcome", email, say("welcome.subject", language, names(begun, language)), body, person);
    }

    private static String names(List<Topic> topics, Locale language) {
        return topics.stream().map(one -> one.name(language)).collect(Collectors.joining(", "));
    }

    private String house() {
        return notice.inForce().controller().identity().name();
    }

    private String foot(Locale language) {
        var controller = notice.inForce().controller();
        var reach = Stream.of(
                        controller.identity().name(),
                        controller.reach().address(),
                        controller.reach().email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return "\n\n" + say("foot", language, reach, house.of("/notice")) + "\n";
    }

    private void send(String kind, String email, String subject, String body, @Nullable PersonId person) {
        mail.send(new Letter(kind, email, subject.replaceAll("\\p{Cntrl}", " "), body, person));
    }

    private static String say(String key, Locale language, Object... arguments) {
        return Sentence.of("newsletters.letter." + key, arguments).in(language);
    }
}
