package fi.seloste.ui;

/** After something was done, the browser goes to the page that shows it (303), so that reloading does not do it again. */
public record Redirect(String url) implements Reply {

    public Redirect {
        // Within this house only: an address that came in with the request must not lead people elsewhere.
        if (!url.startsWith("/") || url.startsWith("//") || url.startsWith("/\\")) {
            throw new IllegalArgumentException("not an address of this house: " + url);
        }
    }

    public static Redirect to(String url) {
        return new Redirect(url);
    }
}
