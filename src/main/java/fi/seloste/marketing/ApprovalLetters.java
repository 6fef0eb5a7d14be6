package fi.seloste.marketing;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.staff.Account;
import fi.seloste.staff.Staff;
import fi.seloste.store.Letter;
import fi.seloste.store.Mail;
import fi.seloste.store.PublicAddress;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Said;
import fi.seloste.ui.Texts;
import fi.seloste.ui.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells colleagues that a campaign waits for their word, whoever asked what came of it, and who had to do with it that it was blocked at its time. The letter names the campaign and nobody of its readers. */
@Component
class ApprovalLetters {

    private static final String KIND = "campaign-approval";
    private static final String KEY = "marketing.approval.mail.";

    private final Campaigns campaigns;
    private final Mail mail;
    private final Staff staff;
    private final Texts texts;
    private final PublicAddress house;
    private final Purposes purposes;

    ApprovalLetters(Campaigns campaigns, Mail mail, Staff staff, Texts texts, PublicAddress house, Purposes purposes) {
        this.campaigns = campaigns;
        this.mail = mail;
        this.staff = staff;
        this.texts = texts;
        this.house = house;
        this.purposes = purposes;
    }

    /** In the transaction that asks. */
    void asked(Account to, Campaign campaign, Approval.Wish wish, Actor actor) {
        var address = house.of("/marketing/campaigns/" + campaign.id() + "/approval");
        var note = wish.note().isEmpty() ? "" : wish.note() + "\n\n";
        send(to, "asked", campaign, actor.name(), note, address);
    }

    /** An account that was closed meanwhile gets none. */
    void decided(UUID asker, Campaign campaign, Approval.State state, String reason, Actor actor) {
        var to = staff.account(new AccountId(asker));
        if (!to.isDisabled()) {
            var address = house.of("/marketing/campaigns/" + campaign.id());
            purposes.as(Purpose.MARKETING, () -> send(to, state.code(), campaign, actor.name(), reason, address));
        }
    }

    /** Who had to do with it that a campaign was to leave at its time: whoever made it, set the time and approved it. Outside any purpose. */
    List<Account> concerned(UUID campaign) {
        var ids = purposes.as(Purpose.MARKETING, () -> campaigns.concerned(campaign));
        return staff.accounts().stream()
                .filter(one -> ids.contains(one.id().value()) && !one.isDisabled())
                .toList();
    }

    /** It was to leave and does not: each is told why, in their language. In the transaction that makes it a draft again. */
    void blocked(List<Account> to, Campaign campaign, Said why) {
        var address = house.of("/marketing/campaigns/" + campaign.id());
        for (var one : to) {
            var locale = Locale.of(one.language());
            var wording = new Wording(texts, locale, ZoneId.of(one.zone()), LocalDate.EPOCH);
            var due =
                    Objects.requireNonNullElse(campaign.due(), campaign.course().changedAt());
            send(one, "blocked", campaign, wording.moment(due), wording.t(why), address);
        }
    }

    private void send(Account to, String what, Campaign campaign, String by, String words, String address) {
        var locale = Locale.of(to.language());
        var subject =
                texts.say(locale, KEY + what + ".subject", campaign.name()).replaceAll("\\p{Cntrl}", " ");
        var body = texts.say(locale, KEY + what + ".body", to.name(), by, campaign.name(), words, address);
        mail.send(new Letter(KIND, to.email(), subject, body, null));
    }
}
