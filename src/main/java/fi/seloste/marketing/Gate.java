package fi.seloste.marketing;

/**
 * A reason why somebody whom marketing may see gets no message of a campaign all the same. Every gate is asked twice, when the campaign starts and
 * when each message leaves, and its answer is told by its name. A gate only ever shuts: there is nothing that opens what another shut.
 */
public interface Gate {

    /** The code of the reason, told in words at {@code marketing.excluded.<code>}. */
    String reason();

    /**
     * SQL that is true of a person {@code p} whom this gate holds back, evaluated in the marketing purpose. It may name {@code :purpose} (the
     * declared purpose of the campaign), {@code :topic} (the newsletter it is an issue of, empty where it is of none), {@code :campaign} and
     * {@code :moment}.
     */
    String holds();

    /**
     * The same, for a statement that asks it of very many: whom it holds is found once, in a query that does not name {@code p}, and not for each person. It must say
     * what {@link #holds} says.
     */
    default String holdsOfMany() {
        return holds();
    }
}
