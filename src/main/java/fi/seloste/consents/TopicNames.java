package fi.seloste.consents;

import fi.seloste.base.Worded;
import java.util.Optional;

/** Another module that keeps what people subscribe to, and so knows what a topic is called in each language. */
public interface TopicNames {

    Optional<Worded> name(Aim aim);
}
