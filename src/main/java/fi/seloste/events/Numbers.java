package fi.seloste.events;

/** How many of an event, whoever they are: with a place, waiting, not confirmed yet, no longer coming, and come. */
public record Numbers(int registered, int waiting, int unconfirmed, int ended, int attended) {

    static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);

    public int missed() {
        return registered - attended;
    }
}
