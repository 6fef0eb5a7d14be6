package fi.seloste.postgres;

import fi.seloste.installation.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a program of PostgreSQL is put on its way: session, account, and what happens to it when we die. */
record Launch(RunAs runAs, List<Path> paths) {

    /**
     * setsid: Ctrl-C in the terminal must reach us and not the database, which stops last. pdeathsig: when we are
     * killed, the kernel tells PostgreSQL to shut down fast. It stands last, since a change of account clears it.
     */
    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(runAs.prefix(paths));
        if (present("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        }
        command.addAll(program);
        return command;
    }

    static int run(List<String> command, Path log) throws IOException {
        try {
            return start(command, log).waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    static Process start(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // PGDATA, PGOPTIONS, LC_*, LD_LIBRARY_PATH of the operator's shell are not meant for our server.
        environment.keySet().removeIf(name -> !name.equals("PATH"));
        environment.put("LC_ALL", "C");
        return builder.directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /** Through the shell, whose `kill` is built in; slim images have no program of that name. */
    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Trouble("Cannot signal the PostgreSQL process " + pid + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean present(String program) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
