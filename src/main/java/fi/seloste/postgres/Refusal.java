package fi.seloste.postgres;

import fi.seloste.installation.Trouble;
import java.nio.file.Path;
import java.util.List;

/** Turns what PostgreSQL says when it does not start into a sentence with a remedy. */
final class Refusal {

    private Refusal() {}

    static Trouble of(String what, String said, Path log) {
        return new Trouble(what + ": " + reason(said) + " Its own words are in " + log + ".");
    }

    private static String reason(String said) {
        if (said.contains("No space left on device")) {
            return "the disk is full. Free some space and start again.";
        }
        if (said.contains("Permission denied")) {
            return "its account may not read or write there. Look at the owner of the data folder.";
        }
        if (said.contains("Read-only file system")) {
            return "the disk is mounted read-only.";
        }
        if (said.contains("could not map anonymous shared memory") || said.contains("Cannot allocate memory")) {
            return "there is not enough memory.";
        }
        return lastComplaint(said);
    }

    private static String lastComplaint(String said) {
        List<String> complaints = said.lines()
                .filter(l -> l.contains("FATAL:") || l.contains("PANIC:") || l.contains("error:"))
                .toList();
        return complaints.isEmpty()
                ? "it stopped without a word."
                : complaints.getLast().replaceFirst("^.*?(FATAL|PANIC|error): +", "") + ".";
    }
}
