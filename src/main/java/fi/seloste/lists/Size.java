package fi.seloste.lists;

import fi.seloste.ui.Wording;

/** How long a list is, as far as anybody wants to know it: it is not counted to its end. */
public record Size(int counted, boolean searched) {

    private static final int COUNTED = 10_000;
    private static final int FOUND = 200;

    public boolean isMore() {
        return counted > COUNTED || (searched && counted >= FOUND);
    }

    public boolean isNone() {
        return counted == 0;
    }

    public String text(Wording wording) {
        return isMore() ? wording.number(Math.min(counted, COUNTED)) + "+" : wording.number(counted);
    }
}
