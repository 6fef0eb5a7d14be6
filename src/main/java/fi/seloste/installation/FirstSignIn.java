package fi.seloste.installation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the start tells about getting in: printed on the console and written into the ready file. */
public interface FirstSignIn {

    /** The address that signs one in (demo) or begins the set-up (no account yet); null where people just sign in. */
    @Nullable
    String signIn(String url);

    /** Addresses that sign in as somebody else who works there, by whom and for what (demo); empty otherwise. */
    Map<String, String> asOthers(String url);

    /** An API token with every purpose, in the demonstration only. */
    @Nullable
    String token();
}
