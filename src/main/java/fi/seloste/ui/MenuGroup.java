package fi.seloste.ui;

/** The parts of the menu, from above to below. */
public enum MenuGroup {
    WORK,
    PRIVACY,
    HOUSE;

    String key() {
        return "ui.menu." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
