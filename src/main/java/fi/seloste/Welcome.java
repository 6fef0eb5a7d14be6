package fi.seloste;

import fi.seloste.installation.DataFolder;
import fi.seloste.installation.FirstSignIn;
import fi.seloste.installation.PrivateFile;
import fi.seloste.installation.Settings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The lines at the end of a start, and the ready file. */
record Welcome(Settings settings, DataFolder folder) {

    void say(ApplicationContext context, PrintStream out) {
        String url = url(context);
        FirstSignIn first = context.getBeanProvider(FirstSignIn.class).getIfAvailable();
        String signIn = first == null ? null : first.signIn(url);
        writeReadyFile(url, signIn, first == null ? null : first.token());
        out.println();
        out.println("  Seloste is ready.");
        out.println("  Address    " + url);
        if (signIn != null) {
            out.println("  Sign in    " + signIn);
        }
        if (first != null) {
            first.asOthers(url).forEach((who, link) -> out.println("  or as      " + who + "\n             " + link));
        }
        out.println("  Data       " + folder.root());
        Path sheet = settings.keys().resolve("escrow-sheet.txt");
        if (Files.exists(sheet) && !settings.demo()) {
            out.println("  Keys       Print " + sheet);
            out.println("             and lay it in a safe, then delete the file: no backup contains the keys.");
        }
        out.println("  Ctrl-C stops it.");
        out.println();
        out.flush();
    }

    private String url(ApplicationContext context) {
        URI base = settings.baseUrl();
        // "localhost" and not the number: passkeys work for names only.
        return base != null
                ? base.toString()
                : "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    private void writeReadyFile(String url, @Nullable String signIn, @Nullable String token) {
        Path file = settings.readyFile();
        if (file == null) {
            return;
        }
        Map<String, @Nullable String> ready = new LinkedHashMap<>();
        ready.put("url", url);
        ready.put("signIn", signIn);
        ready.put("token", token);
        ready.put("version", App.version());
        if (file.getParent() != null) {
            PrivateFile.folder(file.getParent());
        }
        PrivateFile.write(file, JsonMapper.shared().writeValueAsString(ready) + "\n");
    }
}
