package fi.seloste.marketing;

/** At which of a person's addresses a campaign is read, where somebody knows better than the order in which the register keeps them. */
public interface AddressChoice {

    /** SQL that is true of an address {@code c} which comes before the others of its person; it may name {@code :topic}. */
    String prefers();
}
