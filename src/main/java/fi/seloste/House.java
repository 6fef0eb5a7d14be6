package fi.seloste;

import fi.seloste.backup.Restored;
import fi.seloste.backup.Upgrade;
import fi.seloste.installation.Command;
import fi.seloste.installation.DataFolder;
import fi.seloste.installation.Settings;
import fi.seloste.installation.Trouble;
import fi.seloste.register.Renewal;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Builds the application on this installation's folder and keys, to serve or for one command. */
record House(Settings settings) {

    /** No exit code: the server goes on. */
    static final int SERVING = -1;

    /** Commands that must find things as they are. */
    private static final Set<String> LOOKING = Set.of("verify");

    int serve() {
        refuseTakenPort();
        Ground ground = Ground.of(settings);
        backUpBeforeUpgrade(ground);
        var context = build(ground, WebApplicationType.SERVLET);
        // Runs when the context has been closed: whoever still writes must find the database there.
        SpringApplication.getShutdownHandlers().add(ground::close);
        new Welcome(settings, ground.folder()).say(context, System.out);
        return SERVING;
    }

    int command(List<String> words) {
        boolean looks = LOOKING.contains(words.getFirst());
        try (Ground ground = looks ? Ground.forLook(settings) : Ground.forCommand(settings)) {
            if (!ground.folder().isVisited()) {
                backUpBeforeUpgrade(ground);
            }
            return command(ground, words);
        }
    }

    private int command(Ground ground, List<String> words) {
        try (var context = build(ground, WebApplicationType.NONE)) {
            Command command = named(context, words);
            return command.run(words.subList(command.name().split(" ").length, words.size()));
        }
    }

    /** After a restore: on the loaded rows the house is built once, which compiles the policies and repeats the journal. */
    int settle(PrintStream out) {
        try (Ground ground = Ground.forCommand(settings);
                var context = build(ground, WebApplicationType.NONE)) {
            int repeated = context.getBean(Restored.class).repeated();
            out.println(
                    "  Journal of rights: " + repeated + (repeated == 1 ? " act was" : " acts were") + " repeated.");
            out.println("Restored. Start Seloste as ever; everybody signs in anew.");
            return 0;
        }
    }

    /** After the key was changed: the house is built once, which makes every fingerprint anew. */
    void renew(PrintStream out) {
        try (Ground ground = Ground.forCommand(settings);
                var context = build(ground, WebApplicationType.NONE)) {
            out.println(
                    "Fingerprints made anew: " + context.getBean(Renewal.class).renewed() + ".");
        }
    }

    private void backUpBeforeUpgrade(Ground ground) {
        try {
            new Upgrade(ground.source(), Clock.systemUTC()).backUpFirst(System.out);
        } catch (RuntimeException e) {
            ground.close();
            throw Collapse.of(e, settings, ground.folder());
        }
    }

    private static Command named(ConfigurableApplicationContext context, List<String> words) {
        String written = String.join(" ", words) + " ";
        return context.getBeansOfType(Command.class).values().stream()
                .filter(c -> written.startsWith(c.name() + " "))
                .max(Comparator.comparingInt(c -> c.name().length()))
                .orElseThrow(() ->
                        new Trouble("There is no command '" + String.join(" ", words) + "'. See 'seloste help'."));
    }

    private ConfigurableApplicationContext build(Ground ground, WebApplicationType type) {
        SpringApplication application = new SpringApplication(App.class);
        application.setWebApplicationType(type);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(DEFAULTS);
        if (settings.demo()) {
            application.setAdditionalProfiles("demo");
        }
        application.addInitializers(context -> ground.registerIn(context.getBeanFactory()));
        try {
            return application.run(properties(ground.folder(), type));
        } catch (SpringApplication.AbandonedRunException e) {
            ground.close();
            throw e;
        } catch (RuntimeException e) {
            ground.close();
            throw Collapse.of(e, settings, ground.folder());
        }
    }

    // As arguments, so that neither a variable named SERVER_PORT nor a file on the way overrides what we were told.
    private String[] properties(DataFolder folder, WebApplicationType type) {
        List<String> given = new ArrayList<>();
        given.add("--logging.file.name=" + folder.logs().resolve("seloste.log"));
        if (type == WebApplicationType.NONE) {
            // A command does what it is for and leaves the jobs to the server.
            given.add("--seloste.jobs=off");
        }
        if (type == WebApplicationType.SERVLET) {
            given.add("--server.port=" + settings.port());
            given.add("--server.address=" + address());
        }
        return given.toArray(String[]::new);
    }

    /** Plain HTTP leaves this machine only where a proxy is declared to stand in front. */
    private String address() {
        return settings.trustedProxies().isEmpty() ? "127.0.0.1" : "0.0.0.0";
    }

    private void refuseTakenPort() {
        if (settings.port() != 0 && !Network.isFree(address(), settings.port())) {
            throw Collapse.portTaken(settings.port());
        }
    }

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("spring.main.keep-alive", "false"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("logging.threshold.console", "warn"),
            Map.entry("logging.logback.rollingpolicy.max-file-size", "10MB"),
            Map.entry("logging.logback.rollingpolicy.max-history", "14"),
            Map.entry("logging.logback.rollingpolicy.total-size-cap", "200MB"),
            Map.entry("logging.level.org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor", "error"),
            Map.entry("logging.level.org.springdoc.core.events.SpringDocAppInitializer", "error"),
            Map.entry(
                    "logging.level.org.springframework.boot.tomcat.servlet.DeferredServletContainerInitializers",
                    "off"),
            // A start that fails is told in one sentence, see Collapse.
            Map.entry("logging.level.org.springframework.boot.SpringApplication", "off"),
            Map.entry("logging.level.org.springframework.boot.diagnostics", "off"),
            Map.entry(
                    "logging.level.org.springframework.boot.web.server.servlet.context"
                            + ".AnnotationConfigServletWebServerApplicationContext",
                    "error"),
            Map.entry(
                    "logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext",
                    "error"));
}
