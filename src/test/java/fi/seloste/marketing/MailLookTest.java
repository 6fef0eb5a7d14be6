package fi.seloste.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fi.seloste.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three campaigns of the demonstration as a mail program draws them: on a screen and on a telephone, in the light and in the dark, without a network. With
 * {@code -Dseloste.pictures=write} the pictures of docs/pictures are drawn anew.
 */
@MarketingTest
class MailLookTest {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final List<Integer> WIDTHS = List.of(600, 375);
    private static final Reader ADA = new Reader("Ada Koskinen", "Ada", "Koskinen", "Valmiuspäällikkö", "Jokivoima Oy");

    @Autowired
    Rendering rendering;

    @Test
    void a_letter_with_points_and_a_button() throws IOException {
        looksRight("letter", "fi", demo("campaign-autumn.json"));
    }

    @Test
    void an_invitation_with_a_picture_that_the_program_does_not_load() throws IOException {
        var content = demo("campaign-day.json");
        var blocks = new ArrayList<>(content.blocks());
        blocks.add(
                1,
                new Block(
                        Block.Kind.IMAGE,
                        "/pictures/AAAAAAAAAAAAAAAAAAAAAA-1072x402.jpg",
                        Map.of("fi", "Sali Tampereella", "sv", "Salen i Tammerfors, med fyrtio platser i halvcirkel")));
        looksRight("invitation", "sv", new Content(content.languages(), content.subjects(), content.why(), blocks));
    }

    @Test
    void an_issue_of_a_newsletter() throws IOException {
        looksRight("issue", "en", demo("issue-winter.json").whySubscribed());
    }

    private void looksRight(String name, String language, Content content) {
        var mail = rendering.template(content, language).to(ADA, "https://register.halytin.example/u/out");
        var shots = new ArrayList<byte[]>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : WIDTHS) {
                var asked = new ArrayList<String>();
                var page = drawn(mail.html(), width, scheme, asked);
                assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                        .as("nothing hangs over at %d", width)
                        .isLessThanOrEqualTo(width);
                assertThat(asked).as("loads pictures and nothing else").allMatch(url -> url.endsWith(".jpg"));
                assertThat(faint(page))
                        .as("%s, %d, %s".formatted(name, width, scheme))
                        .isEmpty();
                shots.add(page.screenshot(new Page.ScreenshotOptions().setFullPage(true)));
            }
        }
        picture(shots, "mail-" + name + ".png");
        assertThat(mail.text()).contains("Ada").doesNotContain("{{");
        assertThat(mail.html()).doesNotContain("{{");
    }

    private static Page drawn(String html, int width, ColorScheme scheme, List<String> asked) {
        var page = CHROMIUM.page(new Browser.NewContextOptions()
                .setViewportSize(width, 600)
                .setColorScheme(scheme)
                .setDeviceScaleFactor(1));
        page.route("**/*", route -> {
            asked.add(route.request().url());
            route.abort();
        });
        page.setContent(html);
        return page;
    }

    /** Words that stand out too little from what lies behind them (WCAG 2.2, 1.4.3). */
    private static List<?> faint(Page page) {
        return (List<?>) page.evaluate("""
                () => {
                  const light = c => { const v = c.map(x => { x /= 255; return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4 });
                                       return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2] };
                  const parts = c => (c.match(/[\\d.]+/g) || []).map(Number);
                  const behind = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor);
                                                                          if (c.length === 3 || c[3] > 0) return c.slice(0, 3) } return [255, 255, 255] };
                  const said = [];
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const e = walker.currentNode.parentElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
                    if (!walker.currentNode.data.trim() || box.height < 4 || style.opacity === '0' || e.closest('[style*="display:none"]')) continue;
                    const a = light(parts(style.color).slice(0, 3)), b = light(behind(e));
                    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) said.push(walker.currentNode.data.trim());
                  }
                  return said;
                }""");
    }

    /** All four side by side, small enough for a page of docs. */
    private static void picture(List<byte[]> shots, String name) {
        if (!"write".equals(System.getProperty("seloste.pictures"))) {
            return;
        }
        var page = CHROMIUM.page(new Browser.NewContextOptions().setViewportSize(1280, 400));
        var drawn = shots.stream()
                .map(shot -> "<img style='zoom:0.6' src='data:image/png;base64,%s'>"
                        .formatted(Base64.getEncoder().encodeToString(shot)))
                .collect(Collectors.joining());
        page.setContent(
                "<body style='margin:0'><div style='display:inline-flex;gap:12px;align-items:flex-start;padding:12px;background:#8a94a3'>%s</div>"
                        .formatted(drawn));
        page.locator("div").screenshot(new Locator.ScreenshotOptions().setPath(Path.of("docs", "pictures", name)));
    }

    private static Content demo(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(MailLookTest.class.getResourceAsStream("/demo/" + name))) {
            return JsonMapper.shared().readValue(in, Content.class);
        }
    }
}
