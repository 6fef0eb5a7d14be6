package fi.seloste;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for all tests of a run, opened at the first and closed after the last. Every test has windows of its
 * own; where there is no Chromium the tests are skipped and the reason is said.
 */
public final class Chromium implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Path USUAL = Path.of("/usr/bin/chromium");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    /** What is waited for comes as soon as it can; on a machine that does much else that is late. */
    private static final int PATIENCE_MILLIS = 60_000;
    /** Of a request that the page itself gave up for a newer one, htmx speaks as of an error. */
    private static final Pattern HARMLESS = Pattern.compile("status of 4|^htmx:(afterRequest|sendAbort)\\b");

    private final List<BrowserContext> windows = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        var reason = "no Chromium at " + executable() + ": install it, or name one in SELOSTE_CHROMIUM";
        if (!Files.isExecutable(executable())) {
            System.out.println("Skipped " + context.getDisplayName() + ": " + reason);
        }
        Assumptions.assumeTrue(Files.isExecutable(executable()), reason);
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Running.class, key -> Running.launched(), Running.class)
                .browser();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        complaints.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    /** A window with nothing in it: no cookies, no history. */
    public BrowserContext window(Browser.NewContextOptions options) {
        if (browser == null) {
            throw new IllegalStateException("@RegisterExtension stands at a field that is not static");
        }
        var window = browser.newContext(options);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        windows.add(window);
        return window;
    }

    /** A page in a window of its own, whose complaints are collected. */
    public Page page(Browser.NewContextOptions options) {
        return page(window(options));
    }

    /** A page in this window, whose complaints are collected. */
    public Page page(BrowserContext window) {
        var page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !HARMLESS.matcher(message.text()).find()) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What the console of the pages of this test said went wrong, refusals of input apart. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What stands in the way of perceiving and operating this page, by rule and first offender. */
    public List<String> violations(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(Axe.SCRIPT);
        }
        // Of the many places where all is well nothing is asked: to name them takes longer than to find the others.
        var found = (List<?>) page.evaluate("""
                tags => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                  .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))""", RULES);
        return found.stream().map(String::valueOf).toList();
    }

    /** Read when it is first needed, and once. */
    private static final class Axe {

        private static final String SCRIPT = "() => { " + AxeBuilder.getAxeScript() + " }";
    }

    private static Path executable() {
        var named = System.getenv("SELOSTE_CHROMIUM");
        return named == null || named.isBlank() ? USUAL : Path.of(named);
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running launched() {
            var playwright = Playwright.create();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var options = new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic"));
            return new Running(playwright, playwright.chromium().launch(options));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
