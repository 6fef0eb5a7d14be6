package fi.seloste.ui;

/** A column of a table: its heading, the name it is sorted by (empty: it is not), and whether it holds numbers. */
public record Column(String label, String sort, boolean number) {

    public static Column of(String label) {
        return new Column(label, "", false);
    }

    public static Column sorted(String label, String sort) {
        return new Column(label, sort, false);
    }

    public static Column numbers(String label, String sort) {
        return new Column(label, sort, true);
    }
}
