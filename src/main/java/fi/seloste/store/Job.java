package fi.seloste.store;

/**
 * Work that happens later, asked for in a transaction and done after its commit, again and again until it succeeds (see {@link Again}). The instance is an
 * id and nothing else; the job enters by a door, in that door's purpose.
 */
public interface Job {

    String name();

    void run(String instance);
}
