package fi.seloste;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
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
        return new AxeBuilder(page)
                        .setLegacyMode(
                                true) // no page of ours has frames, and without this each is looked at in a window of
                        // its own
                        .withTags(RULES)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(violation -> violation.getId() + " "
                                + violation.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static Path executable() {
        var named = System.getenv("SELOSTE_CHROMIUM");
        return named == null || named.isBlank() ? USUAL : Path.of(named);
    }

    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

        static Running launched() {
            var playwright = Playwright.create();
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
