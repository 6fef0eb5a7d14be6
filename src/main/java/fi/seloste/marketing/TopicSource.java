package fi.seloste.marketing;

import fi.seloste.base.PersonId;
import fi.seloste.base.Worded;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people can subscribe to, told to marketing by the module that keeps it. */
public interface TopicSource {

    /** The code of the {@link Question} whether somebody subscribes to one, which the same module brings. */
    String QUESTION = "topic";

    /** A newsletter: the code by which campaigns and consents name it, the declared purpose of its consents, and what it is called. */
    record Topic(String code, String purpose, Worded name) {}

    List<Topic> topics();

    default Optional<Topic> find(@Nullable String code) {
        return topics().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Ends the subscription, in the subject's purpose and by the link of a message; false where there was none. */
    boolean leave(PersonId person, String code);
}
