package fi.seloste.marketing;

import fi.seloste.base.AccountId;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts together what whoever is to give a second person's word looks at. */
@Component
class ApprovalDesk {

    private final Marketing marketing;
    private final ApprovalCards cards;
    private final SecondPerson secondPerson;
    private final CampaignDesk desk;
    private final Specimens specimens;
    private final Purposes purposes;

    ApprovalDesk(
            Marketing marketing,
            ApprovalCards cards,
            SecondPerson secondPerson,
            CampaignDesk desk,
            Specimens specimens,
            Purposes purposes) {
        this.marketing = marketing;
        this.cards = cards;
        this.secondPerson = secondPerson;
        this.desk = desk;
        this.specimens = specimens;
        this.purposes = purposes;
    }

    ApprovalPage page(UUID id, AccountId viewer, Errors errors) {
        var looked = marketing.look(id);
        var campaign = looked.campaign();
        var mails = campaign.content().languages().stream()
                .map(language -> mail(campaign, language))
                .toList();
        return new ApprovalPage(
                looked,
                cards.card(looked.sight(), viewer),
                mails,
                purposes.as(Purpose.MARKETING, () -> secondPerson.besides(campaign)),
                desk.shown(campaign.plan().sender()),
                errors);
    }

    private ApprovalPage.Mail mail(Campaign campaign, String language) {
        var words = specimens.of(campaign.id(), language, null);
        return new ApprovalPage.Mail(
                language,
                words.subject(),
                words.text(),
                "/marketing/campaigns/" + campaign.id() + "/mail?language=" + language);
    }
}
