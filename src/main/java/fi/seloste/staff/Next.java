package fi.seloste.staff;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before signing in: a page of this house, never elsewhere. */
final class Next {

    private Next() {}

    static String of(@Nullable String wanted) {
        boolean ours = wanted != null
                && wanted.length() < 500
                && wanted.matches("/(?![/\\\\])[\\x21-\\x7e]*")
                && !wanted.contains("\\")
                && !wanted.startsWith("/sign-");
        return ours && wanted != null ? wanted : "/";
    }
}
