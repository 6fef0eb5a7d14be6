package fi.seloste;

import fi.seloste.installation.PlainCommand;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import java.util.List;
import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The one process: a customer register that keeps the word of its own privacy notice. Components bear their full names, since two modules
 * may well use one word for things of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class App {

    public static void main(String[] args) {
        int outcome = run(List.of(args));
        // A started server lives on in its own threads.
        if (outcome != House.SERVING) {
            System.exit(outcome);
        }
    }

    static int run(List<String> args) {
        // Until the house stands and knows its log, libraries say nothing to the terminal.
        LoggingSystem.get(App.class.getClassLoader()).beforeInitialize();
        try {
            CommandLine line = CommandLine.parse(args);
            return switch (line.command()) {
                case "help" -> say(Help.TEXT);
                case "version" -> say("Seloste " + version());
                case "doctor" -> new Doctor(settings(line)).examine(System.out);
                case "backup" -> archiving(line).backup(after(line));
                case "restore" -> archiving(line).restore(after(line));
                case "keys" -> new KeyDesk(settings(line), System.out).run(after(line));
                case "start", "demo" -> new House(settings(line)).serve();
                default -> command(line);
            };
        } catch (SpringApplication.AbandonedRunException e) {
            // The rehearsal that fills the start cache ends once the house stands.
            return 0;
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int command(CommandLine line) {
        for (PlainCommand plain : ServiceLoader.load(PlainCommand.class)) {
            List<String> name = List.of(plain.name().split(" "));
            if (line.words().size() >= name.size()
                    && line.words().subList(0, name.size()).equals(name)
                    && plain.takes(
                            line.words().subList(name.size(), line.words().size()))) {
                return plain.run(line.words().subList(name.size(), line.words().size()));
            }
        }
        return new House(settings(line)).command(line.words());
    }

    private static Archiving archiving(CommandLine line) {
        return new Archiving(settings(line), System.out);
    }

    private static List<String> after(CommandLine line) {
        return line.words().subList(1, line.words().size());
    }

    private static Settings settings(CommandLine line) {
        return Settings.of(line.flags(), System.getenv());
    }

    private static int say(String text) {
        System.out.println(text);
        return 0;
    }

    static String version() {
        String version = App.class.getPackage().getImplementationVersion();
        return version == null ? "in development" : version;
    }
}
