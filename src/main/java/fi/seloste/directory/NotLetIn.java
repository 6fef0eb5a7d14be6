package fi.seloste.directory;

import fi.seloste.ui.Said;

/** Why the directory's word opens no door, as a sentence with a remedy. */
final class NotLetIn extends Exception {

    private final Said why;
    private final int status;

    NotLetIn(int status, Said why) {
        super(why.key());
        this.status = status;
        this.why = why;
    }

    static NotLetIn because(String reason, Object... arguments) {
        return new NotLetIn(401, Said.of("directory.failed." + reason, arguments));
    }

    /** The directory itself gave no useful answer. */
    static NotLetIn byTheDirectory(String reason, Object... arguments) {
        return new NotLetIn(502, Said.of("directory.failed." + reason, arguments));
    }

    Said why() {
        return why;
    }

    int status() {
        return status;
    }
}
