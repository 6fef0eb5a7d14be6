package fi.seloste.rights;

import fi.seloste.base.PersonId;
import fi.seloste.base.Sentence;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is written to those who ask, in their language, each letter with whom to turn to. */
@Component
class Letters {

    private final Mail mail;
    private final NoticeFacts notice;
    private final PublicAddress house;

    Letters(Mail mail, NoticeFacts notice, PublicAddress house) {
        this.mail = mail;
        this.notice = notice;
        this.house = house;
    }

    /** Whom a letter goes to: the address, the person where we know them, and the language. */
    record To(String address, @Nullable PersonId person, Locale language) {}

    /** The sentences of a letter are rights.letter.KIND.subject and .body; its arguments fill both. */
    UUID send(String kind, To to, Object... arguments) {
        return sendWith("", kind, to, arguments);
    }

    /** With a paragraph after what is always said in a letter of this kind. */
    UUID sendWith(String more, String kind, To to, Object... arguments) {
        var language = to.language();
        var who = notice.in(language).who();
        var subject =
                Sentence.of("rights.letter." + kind + ".subject", arguments).in(language);
        var body = Sentence.of("rights.letter." + kind + ".body", arguments).in(language)
                + (more.isEmpty() ? "" : "\n\n" + more)
                + "\n\n"
                + Sentence.of(
                                "rights.letter.foot",
                                who.name(),
                                who.privacyReach(),
                                who.authority(),
                                who.authorityReach())
                        .in(language)
                + "\n";
        return mail.send(new Letter("rights-" + kind, to.address(), subject, body, to.person()));
    }

    /** An address of ours that a person can open. */
    String url(String path) {
        return house.of(path);
    }
}
