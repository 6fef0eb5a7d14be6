package fi.seloste.marketing;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.regex.Pattern;

/**
 * The sheet on which every message stands: the controller's name above, one column of 600 points, the footer below. Colours are written twice, light in the
 * tags for programs that know nothing else, dark in a query for those that ask. What a program leaves of it is readable either way.
 */
record Sheet(String language, String subject, String lead, String name) {

    private static final String ATTRIBUTES = """
            <mj-all font-family="Segoe UI, Helvetica, Arial, sans-serif" />
            <mj-text font-size="16px" line-height="1.55" color="#1d273b" padding="8px 32px" />
            <mj-button font-size="16px" font-weight="600" line-height="1.25" background-color="#0b5cad" color="#ffffff" border-radius="6px" inner-padding="14px 24px" padding="12px 32px 16px 32px" align="left" />
            <mj-image padding="12px 32px" border-radius="6px" font-size="15px" fluid-on-mobile="true" />
            <mj-divider border-width="1px" border-color="#d5dbe3" padding="16px 32px" />""";

    /** On a telephone a picture is narrower than it says; its height goes along, and the attributes still keep the place for it. */
    private static final Pattern FIXED_HEIGHT = Pattern.compile("(<img\\b[^>]*\\bstyle=\"[^\"]*?)height:\\d+px");

    /** The lines are indented for people who read HTML, and nobody reads that of a mail: a tenth of it. */
    private static final Pattern INDENTED = Pattern.compile("\\n\\s+");

    private static final String STYLE = """
            p, ul, ol { margin: 0 0 12px 0 } ul, ol { padding: 0 0 0 22px } li { margin: 0 0 6px 0 } a { color: #0b5cad }
            blockquote { margin: 0 0 12px 0; padding: 0 0 0 14px; border-left: 3px solid #d5dbe3 } h3 { margin: 8px 0; font-size: 18px; line-height: 1.35 }
            .shot img { color: #55606f; background-color: #eef1f5; line-height: 1.4 }
            @media only screen and (max-width: 479px) {
              .words, .press, .shot, .rule { padding-left: 20px !important; padding-right: 20px !important }
              .words h1 { font-size: 22px !important }
              .shot table, .shot td { width: 100% !important } .shot img { width: 100% !important; max-width: 100% !important; height: auto !important }
            }
            @media (prefers-color-scheme: dark) {
              body, body > div { background-color: #10151c !important }
              .sheet, .sheet table { background: #1b232e !important; background-color: #1b232e !important }
              .words div, .words h1 { color: #e8ecf2 !important } .soft div { color: #aab4c1 !important }
              .words a { color: #8cc2ff !important } .soft a { color: #aab4c1 !important }
              .press a { color: #ffffff !important } .press table td, .press a { background: #1f6fc2 !important; background-color: #1f6fc2 !important }
              .rule p, .words blockquote { border-color: #3a4656 !important }
              .shot img { color: #aab4c1 !important; background-color: #252f3c !important }
            }""";

    /** Blocks and footer are MJML and HTML already. */
    static String drawn(Sheet sheet, String blocks, String footer) {
        var source = """
                <mjml lang="%1$s"><mj-head><mj-title>%2$s</mj-title>%3$s
                <mj-raw><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /></mj-raw>
                <mj-attributes>%4$s</mj-attributes><mj-style>%5$s</mj-style></mj-head>
                <mj-body background-color="#eef1f5" width="600px">
                <mj-section padding="20px 0 10px 0"><mj-column><mj-text css-class="words soft" font-size="14px" font-weight="600" line-height="1.4" color="#55606f" padding="0 32px">%6$s</mj-text></mj-column></mj-section>
                <mj-section css-class="sheet" background-color="#ffffff" padding="20px 0 16px 0" border-radius="8px"><mj-column>%7$s</mj-column></mj-section>
                <mj-section padding="12px 0 28px 0"><mj-column><mj-text css-class="words soft" font-size="13px" line-height="1.55" color="#55606f">%8$s</mj-text></mj-column></mj-section></mj-body></mjml>
                """.formatted(
                        sheet.language,
                        sheet.subject,
                        sheet.lead.isEmpty() ? "" : "<mj-preview>" + sheet.lead + "</mj-preview>",
                        ATTRIBUTES,
                        STYLE,
                        sheet.name,
                        blocks,
                        footer);
        var drawn = FIXED_HEIGHT
                .matcher(Mjml4j.render(source, new Mjml4j.Configuration(sheet.language)))
                .replaceAll("$1height:auto");
        return INDENTED.matcher(drawn).replaceAll("\n");
    }

    static String heading(String words) {
        return "<mj-text css-class=\"words\" font-size=\"26px\" line-height=\"1.25\" font-weight=\"700\"><h1 style=\"font-size:26px;line-height:1.25;margin:0\">%s</h1></mj-text>"
                .formatted(words);
    }
}
