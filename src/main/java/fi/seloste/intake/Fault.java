package fi.seloste.intake;

import fi.seloste.base.Problem;
import java.util.Arrays;
import java.util.List;

/** What is wrong with a row or one of its cells, said with the line of the file. The column is empty where the whole row is meant. */
public record Fault(long line, String column, Weight weight, String key, List<String> arguments) {

    public enum Weight {
        /** The row does not come in. */
        ROW,
        /** The row comes in without this value. */
        VALUE,
        /** The row comes in whole; somebody should look at it. */
        REMARK
    }

    static Fault row(long line, String key, Object... arguments) {
        return new Fault(line, "", Weight.ROW, key, texts(arguments));
    }

    static Fault row(long line, String column, Problem problem) {
        return new Fault(line, column, Weight.ROW, problem.key(), texts(problem.arguments()));
    }

    static Fault value(long line, String column, Problem problem) {
        return new Fault(line, column, Weight.VALUE, problem.key(), texts(problem.arguments()));
    }

    static Fault value(long line, String column, String key, Object... arguments) {
        return new Fault(line, column, Weight.VALUE, key, texts(arguments));
    }

    static Fault remark(long line, String column, String key, Object... arguments) {
        return new Fault(line, column, Weight.REMARK, key, texts(arguments));
    }

    private static List<String> texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** The sentence without line and column, for a table that has columns for both. */
    public String message(Texts texts) {
        return texts.t(key, arguments.toArray());
    }

    public String sentence(Texts texts) {
        var where = column.isEmpty()
                ? texts.t("intake.fault.line", Long.toString(line))
                : texts.t("intake.fault.cell", Long.toString(line), column);
        return where + " " + message(texts);
    }
}
