package fi.seloste.installation;

/** Where a database is and who logs in to it. */
public record Access(String url, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
