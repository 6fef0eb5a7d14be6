package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.base.SecretLink;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the links by which readers ban marketing. A link is kept as a print of it, and leads to one person. */
@Component
class WaysOut {

    private final JdbcClient jdbc;

    WaysOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose it is, of which campaign, and of which newsletter that was an issue, if of one. */
    record Way(PersonId person, UUID campaign, @Nullable String topic) {}

    /** In the subject's purpose; of an erased person it leads nowhere, and nothing is left to ban. */
    Optional<Way> find(SecretLink link) {
        return jdbc.sql("select person_id, campaign_id, topic from marketing.way_out_of(:print)")
                .param("print", link.print())
                .query((row, n) -> new Way(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getObject("campaign_id", UUID.class),
                        row.getString("topic")))
                .optional();
    }
}
