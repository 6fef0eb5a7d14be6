package fi.seloste.imports;

import fi.seloste.intake.Field;
import fi.seloste.intake.Target;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What a column can become, as a list to choose from. */
public final class Columns {

    private static final int SEVERAL = 3;

    private Columns() {}

    /** What is chosen now comes with it, even where it is more special than the list. */
    public static List<Option> of(ColumnsPage.Column column, Frame ui) {
        var options = new ArrayList<Option>();
        options.add(option(new Target.Unmapped(), ui));
        Arrays.stream(Field.values())
                .flatMap(field -> targets(field).stream())
                .map(target -> option(target, ui))
                .sorted(Comparator.comparing(Option::label))
                .forEach(options::add);
        options.add(option(new Target.Custom(column.header()), ui));
        options.add(option(new Target.Note(), ui));
        options.add(option(new Target.Drop(""), ui));
        if (options.stream().noneMatch(option -> option.value().equals(column.code()))) {
            options.add(1, option(Target.parse(column.code()), ui));
        }
        return options;
    }

    private static List<Target> targets(Field field) {
        if (field != Field.EMAIL && field != Field.PHONE) {
            return List.of(new Target.To(field, 1, ""));
        }
        var targets = new ArrayList<Target>();
        for (int number = 1; number <= SEVERAL; number++) {
            targets.add(new Target.To(field, number, ""));
        }
        return targets;
    }

    private static Option option(Target target, Frame ui) {
        var label = target.sentence(ui::t);
        return new Option(
                target.code(), target instanceof Target.To to && to.number() > 1 ? label + " " + to.number() : label);
    }
}
