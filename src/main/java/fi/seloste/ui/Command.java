package fi.seloste.ui;

/**
 * Something one does rather than a place one goes to, found by its verb in the search box: the key of its text, where it begins, the
 * permission it takes, and the keys that lead there. More words by which it is found stand in the text of the same key with ".words".
 */
public record Command(String key, String url, String icon, String permission, String keys, boolean dialog) {

    public static Command of(String key, String url, String icon, String permission) {
        return new Command(key, url, icon, permission, "", false);
    }

    public Command by(String pressed) {
        return new Command(key, url, icon, permission, pressed, dialog);
    }

    /** Opens over the page where one is. */
    public Command over() {
        return new Command(key, url, icon, permission, keys, true);
    }
}
