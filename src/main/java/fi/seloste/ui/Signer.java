package fi.seloste.ui;

/** Signs what we hand to a browser to bring back; a bean from above gives the house's own key. */
@FunctionalInterface
public interface Signer {

    byte[] sign(byte[] content);
}
