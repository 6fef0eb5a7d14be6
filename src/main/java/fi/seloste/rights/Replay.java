package fi.seloste.rights;

/** Lines of the journal that tell of something done outside the decision of a request, and how a database that is older than them does it again. */
interface Replay {

    boolean isOurs(Journal.Line line);

    /** In the running transaction of rights, for a database that does not know the line; afterwards it does. */
    void repeat(Journal.Line line);
}
