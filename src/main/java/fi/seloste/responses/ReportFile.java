package fi.seloste.responses;

import fi.seloste.intake.CsvFile;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Excluded;
import fi.seloste.marketing.Report;
import fi.seloste.responses.Outcome.Count;
import fi.seloste.ui.Texts;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A campaign's report as a spreadsheet reads it, one number a line: what it is of, of which part, and how many. It names nobody. */
@Component
class ReportFile {

    private final Texts texts;

    ReportFile(Texts texts) {
        this.texts = texts;
    }

    private record Line(String of, String part, long many) {}

    String of(Campaign campaign, Report report, Outcome outcome, Locale language) {
        var out = new StringWriter();
        var file = CsvFile.begun(
                out,
                List.of(
                        say(language, "responses.file.of"),
                        say(language, "responses.file.part"),
                        say(language, "responses.file.many")));
        file.line(List.of(
                campaign.name(),
                campaign.course().begunAt() == null
                        ? ""
                        : campaign.course().begunAt().toString(),
                ""));
        Stream.concat(sent(report, language), came(outcome, language))
                .forEach(line -> file.line(List.of(line.of(), line.part(), String.valueOf(line.many()))));
        return out.toString();
    }

    private Stream<Line> sent(Report report, Locale language) {
        var numbers = report.numbers();
        var lines = new ArrayList<>(List.of(
                new Line(say(language, "responses.queued"), "", numbers.queued()),
                new Line(say(language, "marketing.sent"), "", numbers.sent()),
                new Line(say(language, "marketing.waiting"), "", numbers.waiting()),
                new Line(say(language, "marketing.unsubscribed"), "", numbers.unsubscribed()),
                new Line(say(language, "marketing.complained"), "", numbers.complained())));
        report.excluded().forEach(one -> lines.add(reason(language, "marketing.report.excluded", one)));
        report.skipped().forEach(one -> lines.add(reason(language, "marketing.report.skipped", one)));
        report.failed().forEach(one -> lines.add(reason(language, "marketing.report.failed", one)));
        report.bounced().forEach(one -> lines.add(reason(language, "marketing.report.bounced", one)));
        return lines.stream();
    }

    private Line reason(Locale language, String of, Excluded one) {
        var key = "marketing.excluded." + one.reason();
        return new Line(say(language, of), texts.has(key) ? say(language, key) : one.reason(), one.people());
    }

    private Stream<Line> came(Outcome outcome, Locale language) {
        var lines = new ArrayList<Line>();
        both(lines, language, "", outcome.opened(), outcome.clicked());
        outcome.parts().links().forEach(one -> both(lines, language, one.url(), Count.NONE, one.clicked()));
        Stream.of(
                        outcome.parts().languages(),
                        outcome.parts().segments(),
                        outcome.parts().subjects())
                .flatMap(List::stream)
                .forEach(one -> both(lines, language, one.code(), one.opened(), one.clicked()));
        return lines.stream();
    }

    private void both(List<Line> lines, Locale language, String part, Count opened, Count clicked) {
        add(lines, say(language, "responses.opened"), part, opened.people());
        add(lines, say(language, "responses.clicked"), part, clicked.people());
        add(lines, say(language, "responses.file.machines"), part, opened.machines() + clicked.machines());
    }

    private static void add(List<Line> lines, String of, String part, long many) {
        if (many > 0 || part.isEmpty()) {
            lines.add(new Line(of, part, many));
        }
    }

    private String say(Locale language, String key) {
        return texts.say(language, key);
    }
}
