package fi.seloste.mailbox;

/** How much of a message is taken. Mail servers refuse far less than people can make up. */
final class Limits {

    static final long MESSAGE_BYTES = 30L * 1024 * 1024;
    /** Of a larger message only so much is read. */
    static final long BEGINNING_BYTES = 512 * 1024;

    static final int HEAD_BYTES = 256 * 1024;
    /** Lines that may begin a part; each costs memory before anybody can look at it. */
    static final int BOUNDARY_LINES = 2_000;

    static final int PARTS = 200;
    static final int DEPTH = 12;
    static final int ATTACHMENTS = 50;
    static final int WORDS = 100_000;
    static final int HTML_BYTES = 2 * 1024 * 1024;
    static final int SUBJECT = 300;
    static final int NAME = 200;
    static final int REFERENCES = 50;
    static final int HEADER_ID = 250;

    private Limits() {}
}
