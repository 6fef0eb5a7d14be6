package fi.seloste.staff;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.store.As;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Letters with a link that works once: to newcomers, and to those who forgot their password. */
@Component
class Invitations {

    private final Accounts accounts;
    private final Guards guards;
    private final Mail mail;
    private final Texts texts;

    Invitations(Accounts accounts, Guards guards, Mail mail, Texts texts) {
        this.accounts = accounts;
        this.guards = guards;
        this.mail = mail;
        this.texts = texts;
    }

    /** Invites and answers the link, for where there is no mail server yet. */
    @As(Purpose.TECHNICAL)
    public String invite(AccountId id, String origin, Actor actor) {
        var account = accounts.get(id);
        var link = origin + "/invitation/" + guards.links().make(id, Links.Kind.INVITATION);
        send(account, "staff.mail.invitation", link);
        guards.evidence().record(actor, Act.of("account-invited").about("account", id.value()));
        return link;
    }

    /** Does the same whether there is such an account or not, as far as anybody can see. */
    @As(Purpose.TECHNICAL)
    public void forgotten(String email, String origin) {
        var known = SignIn.normal(email);
        if (guards.throttle().take(Throttle.Kind.LETTER, known).isPresent()) {
            return;
        }
        accounts.byEmail(known).filter(account -> !account.isDisabled()).ifPresent(account -> {
            var link = origin + "/invitation/" + guards.links().make(account.id(), Links.Kind.PASSWORD);
            send(account, "staff.mail.password", link);
            guards.evidence()
                    .record(
                            Actor.system("sign-in"),
                            Act.of("password-forgotten")
                                    .about("account", account.id().value()));
        });
    }

    private void send(Account account, String kind, String link) {
        var locale = Locale.of(account.language());
        var subject = texts.say(locale, kind + ".subject");
        var body = texts.say(locale, kind + ".body", account.name(), link);
        mail.send(new Letter(kind, account.email(), subject, body, null));
    }
}
