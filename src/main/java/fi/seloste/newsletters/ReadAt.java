package fi.seloste.newsletters;

import fi.seloste.marketing.AddressChoice;
import org.springframework.stereotype.Component;

/** A newsletter is read at the address that was confirmed for it. */
@Component
class ReadAt implements AddressChoice {

    @Override
    public String prefers() {
        return """
                :topic <> '' and exists (select 1
                   from newsletters.preference nf
                   join newsletters.topic nt on nt.topic_id = nf.topic_id and nt.slug = :topic
                  where nf.person_id = c.person_id and nf.address = c.value)""";
    }
}
