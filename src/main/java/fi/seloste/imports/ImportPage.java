package fi.seloste.imports;

import fi.seloste.intake.Fault;
import fi.seloste.ui.Bar;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Step;
import fi.seloste.ui.Tab;
import fi.seloste.ui.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One import: its progress, its preview or its result. */
public record ImportPage(
        Import entry,
        Preview.@Nullable Kind kind,
        List<Preview.Row> found,
        List<Preview.Difference> differences,
        List<Fault> foundFaults,
        List<Kept> kept,
        long after)
        implements View {

    @Override
    public String as() {
        return "customer";
    }

    public String url() {
        return "/imports/" + entry.id();
    }

    public boolean isPreview() {
        return entry.state() == Import.State.PREVIEW;
    }

    public List<Preview.Row> rows() {
        return found.subList(0, Math.min(Preview.PAGE, found.size()));
    }

    public List<Fault> faults() {
        return foundFaults.subList(0, Math.min(Preview.PAGE, foundFaults.size()));
    }

    /** Where the next page begins: after a line for people, after a number of faults for those. */
    public @Nullable String next() {
        if (found.size() > Preview.PAGE) {
            return String.valueOf(rows().getLast().line());
        }
        return foundFaults.size() > Preview.PAGE ? String.valueOf(after + Preview.PAGE) : null;
    }

    public List<Preview.Difference> of(Preview.Row row) {
        return differences.stream().filter(one -> one.line() == row.line()).toList();
    }

    public List<Bar> bars(Frame ui) {
        var counts = entry.counts();
        var bars = new ArrayList<Bar>();
        bars.add(bar(ui, "new", counts.fresh()));
        bars.add(bar(ui, "changed", counts.changed()));
        bars.add(bar(ui, "unchanged", counts.unchanged()));
        bars.add(bar(ui, "banned", counts.banned()));
        bars.add(Bar.of(ui.t("imports.count.refused"), counts.refused(), ui.number(counts.refused())));
        if (counts.restricted() > 0) {
            bars.add(bar(ui, "restricted", counts.restricted()));
        }
        if (counts.asking() > 0) {
            bars.add(bar(ui, "asking", counts.asking()));
        }
        bars.add(Bar.of(ui.t("imports.count.rejected"), counts.rejected(), ui.number(counts.rejected())));
        return bars;
    }

    private Bar bar(Frame ui, String code, int count) {
        var link = isPreview() && count > 0 ? url() + "?tab=" + code : null;
        return new Bar(ui.t("imports.count." + code), count, ui.number(count), link);
    }

    public List<Tab> tabs(Frame ui) {
        var tabs = new ArrayList<Tab>();
        for (var one : Preview.Kind.values()) {
            int count = count(one);
            if (count > 0 || one == kind) {
                tabs.add(new Tab(
                        ui.t("imports.count." + one.code()) + " (" + ui.number(count) + ")",
                        url() + "?tab=" + one.code(),
                        one == kind));
            }
        }
        tabs.add(new Tab(
                ui.t("imports.faults") + " ("
                        + ui.number(entry.counts().faults() + entry.counts().refused()) + ")",
                url() + "?tab=faults",
                kind == null));
        return tabs;
    }

    private int count(Preview.Kind one) {
        var counts = entry.counts();
        return switch (one) {
            case NEW -> counts.fresh();
            case CHANGED -> counts.changed();
            case UNCHANGED -> counts.unchanged();
            case BANNED -> counts.banned();
            case RESTRICTED -> counts.restricted();
            case ASKING -> counts.asking();
        };
    }

    public List<Step> steps(Frame ui) {
        var state = entry.state();
        boolean over = state == Import.State.COMMITTED || state == Import.State.UNDONE;
        return List.of(
                new Step(ui.t("imports.step.file"), true, false),
                new Step(ui.t("imports.step.columns"), true, false),
                new Step(
                        ui.t("imports.step.preview"),
                        over || state == Import.State.COMMITTING,
                        !over && state != Import.State.COMMITTING),
                new Step(ui.t("imports.step.commit"), over, state == Import.State.COMMITTING));
    }
}
