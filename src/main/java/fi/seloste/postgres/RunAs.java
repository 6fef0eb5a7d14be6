package fi.seloste.postgres;

import fi.seloste.installation.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which account PostgreSQL runs. It refuses to run as root, so root hides behind a user namespace, and where the
 * container forbids those, PostgreSQL gets the account `postgres` or `nobody`.
 */
enum RunAs {
    /** Our own, ordinary account. */
    OURSELVES,
    /** Root, seen by PostgreSQL as nobody; its files stay root's. */
    NAMESPACE,
    /** Another account, which then owns the cluster's files. */
    ANOTHER;

    static RunAs probed() {
        if (!System.getProperty("user.name").equals("root") || !"0".equals(answer(List.of("id", "-u")))) {
            return OURSELVES;
        }
        if (isOrdinary(answer(List.of("unshare", "-U", "--", "id", "-u")))) {
            return NAMESPACE;
        }
        if (isOrdinary(answer(with(ANOTHER.prefix(List.of()), "id", "-u")))) {
            return ANOTHER;
        }
        throw new Trouble("PostgreSQL refuses to run as root, and this machine lets root neither open a user namespace"
                + " (unshare -U) nor change to another account (setpriv --reuid). Start Seloste as an ordinary user.");
    }

    /** What stands before the program so that it runs as this account and may reach the paths. */
    List<String> prefix(List<Path> paths) {
        return switch (this) {
            case OURSELVES -> List.of();
            case NAMESPACE -> List.of("unshare", "-U", "--");
            case ANOTHER -> changing(paths);
        };
    }

    /** Gives the folder and all in it to the account: after a change of machine or way it may be another's. */
    void own(Path folder) {
        if (this == OURSELVES) {
            refuseForeign(folder);
            return;
        }
        String owner = this == ANOTHER ? account() : "root";
        try {
            if (!Files.getOwner(folder).getName().equals(owner)) {
                give(folder, owner);
            }
        } catch (IOException e) {
            throw new Trouble("Cannot give " + folder + " to the account " + owner + " (" + e.getMessage() + ").", e);
        }
    }

    private static void refuseForeign(Path folder) {
        try {
            String owner = Files.getOwner(folder).getName();
            String ours = System.getProperty("user.name");
            if (!owner.equals(ours) && !Files.isWritable(folder)) {
                throw new Trouble("The database in " + folder + " belongs to the account " + owner + ", and you are "
                        + ours + ". Start Seloste as " + owner + ", or give the data folder away: chown -R " + ours
                        + " " + folder.getParent() + ".");
            }
        } catch (IOException e) {
            throw new Trouble("Cannot look at " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    private static void give(Path folder, String owner) throws IOException {
        var account = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.getFileAttributeView(
                                path,
                                java.nio.file.attribute.FileOwnerAttributeView.class,
                                java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        .setOwner(account);
            }
        }
    }

    private static List<String> changing(List<Path> paths) {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid", account(), "--clear-groups"));
        command.addAll(List.of("--regid", answer(List.of("id", "-g", account()))));
        if (!paths.stream().allMatch(RunAs::openToAll)) {
            // The way leads through a closed folder such as /root; only reaching it is granted, and PostgreSQL
            // still answers for itself as another account.
            command.addAll(List.of("--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"));
        }
        command.add("--");
        return command;
    }

    private static boolean openToAll(Path path) {
        for (Path p = path.toAbsolutePath().getParent(); p != null; p = p.getParent()) {
            try {
                if (!Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    private static String account() {
        return isOrdinary(answer(List.of("id", "-u", "postgres"))) ? "postgres" : "nobody";
    }

    private static boolean isOrdinary(String uid) {
        return uid.matches("\\d+") && !uid.equals("0");
    }

    private static List<String> with(List<String> prefix, String... more) {
        return Stream.concat(prefix.stream(), Stream.of(more)).toList();
    }

    /** What the program says, or nothing where it fails or is missing. */
    private static String answer(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? said : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
