package fi.seloste.marketing;

/** At which of a person's addresses a campaign is read, where somebody knows better than the order in which the register keeps them. */
public interface AddressChoice {

    /** SQL that is true of an address {@code c} of a person {@code p} which comes before the others; it may name {@code :topic}. */
    String prefers();
}
