package fi.seloste.consents;

import fi.seloste.base.Length;

/**
 * What is agreed to: a purpose of the notice, and within it a topic such as one newsletter; an empty topic is the purpose itself. A consent is
 * specific (Art. 4(11)), so the one never stands for the other.
 */
public record Aim(String purpose, String topic) {

    public Aim {
        purpose = Length.WORD.checked("purpose", purpose.strip());
        topic = Length.NAME.checked("topic", topic.strip());
    }

    public static Aim of(String purpose) {
        return new Aim(purpose, "");
    }
}
