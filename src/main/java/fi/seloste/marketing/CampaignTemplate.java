package fi.seloste.marketing;

import java.time.Instant;
import java.util.UUID;

/** Words, pictures and languages of a campaign, kept under a name as a beginning for the next. It has no readers, no sender and no ground of its own. */
public record CampaignTemplate(UUID id, String name, Content content, Instant madeAt) {

    /** In whichever of these languages it has one. */
    public String subject(String language) {
        return content.subject(content.languageFor(language));
    }
}
