package fi.seloste.store;

/** What is put on a message just before it leaves, so that whoever gets it can tell that it is whole and whose it is. */
@FunctionalInterface
public interface Seal {

    /** The lines of the header that go before the message, each with its end; the message is as it will be on the wire. */
    String over(byte[] message);
}
