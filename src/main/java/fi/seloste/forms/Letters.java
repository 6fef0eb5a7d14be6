package fi.seloste.forms;

import fi.seloste.base.Sentence;
import fi.seloste.notice.Controller;
import fi.seloste.notice.Notice;
import fi.seloste.staff.Account;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What is written because of a form. No letter repeats what somebody filled in: it may reach another than was meant. */
@Component
class Letters {

    private final Mail mail;
    private final Notice notice;
    private final PublicAddress house;

    Letters(Mail mail, Notice notice, PublicAddress house) {
        this.mail = mail;
        this.notice = notice;
        this.house = house;
    }

    /** To the address that was typed, whosever it is: it says what was sent where, and asks for nothing but a press. */
    void askToConfirm(Arrival arrival, String title, String token) {
        var language = Locale.of(arrival.sender().language());
        var controller = notice.inForce().controller();
        send(
                "form-confirm",
                arrival.sender().email(),
                Sentence.of("forms.letter.confirm.subject", title).in(language),
                Sentence.of(
                                        "forms.letter.confirm.body",
                                        title,
                                        controller.identity().name(),
                                        house.of("/f/confirm/" + token),
                                        Visiting.LINK_LIVES.toDays())
                                .in(language)
                        + "\n\n"
                        + controller.signature(language)
                        + "\n");
    }

    /** To the employee whose task it is: that something waits, and where. */
    void tell(Account owner, Form form, UUID submission) {
        var language = Locale.of(owner.language());
        send(
                "form-waits",
                owner.email(),
                Sentence.of("forms.letter.waits.subject", form.name()).in(language),
                Sentence.of("forms.letter.waits.body", form.name(), house.of("/forms/submissions/" + submission))
                        .in(language));
    }

    /** Art. 18(2): what is restricted is only stored. Whoever sent this gave it, and the privacy officer says how it may be answered. */
    void tellOfRestricted(Form form, UUID person) {
        var officer = notice.inForce().controller().office(Controller.Office.Kind.DPO);
        var reached = officer.map(one -> one.reach().email())
                .orElse(notice.inForce().controller().reach().email());
        if (reached != null) {
            var language = Locale.of(notice.inForce().languages().getFirst());
            send(
                    "form-restricted",
                    reached,
                    Sentence.of("forms.letter.restricted.subject", form.name()).in(language),
                    Sentence.of(
                                    "forms.letter.restricted.body",
                                    form.name(),
                                    house.of("/people/" + person + "?as=rights"))
                            .in(language));
        }
    }

    private void send(String kind, String to, String subject, String body) {
        mail.send(new Letter(kind, to, subject, body, null));
    }
}
