package fi.seloste.imports;

/** Another module that began something for people of an import, such as subscriptions, and ends it when the import is taken back. */
public interface Attached {

    /** How much of it would end. */
    int to(ImportId id);
}
