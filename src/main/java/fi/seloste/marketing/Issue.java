package fi.seloste.marketing;

import java.time.Instant;
import java.util.UUID;

/** A campaign that went out to the subscribers of a newsletter, as anybody may read it: without anything of its readers. */
public record Issue(UUID id, Content content, Instant sentAt) {

    public String subject(String language) {
        return MergeField.filled(content.subject(content.languageFor(language)), Reader.NOBODY);
    }

    /** The language it is shown in to somebody who speaks this one. */
    public String languageFor(String language) {
        return content.languageFor(language);
    }
}
