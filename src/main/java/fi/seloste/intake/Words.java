package fi.seloste.intake;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of one set: which of them give it away, and what each means. A {@code #} stands for any number. */
record Words(List<String> signature, Map<String, String> targets) {

    private static final Pattern NUMBER = Pattern.compile("(?<![a-z])\\d{1,2}(?![a-z\\d])");
    private static final Pattern TRAILING_NUMBER = Pattern.compile("\\s*\\(?#?(\\d{1,2})\\)?$");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*[(\\[](.+?)[)\\]]\\s*$");
    private static final Pattern PREFIX =
            Pattern.compile("^(person|henkilo|organization|organisaatio|organisation|contact|kontakt)( -|:|\\.) ");

    @Nullable
    Target find(String plain) {
        var exact = targets.get(plain);
        if (exact != null) {
            return Target.parse(exact);
        }
        var number = NUMBER.matcher(plain);
        if (number.find()) {
            var target = targets.get(plain.substring(0, number.start()) + "#" + plain.substring(number.end()));
            return target == null ? null : Target.parse(target.replace("#n", "#" + Integer.parseInt(number.group())));
        }
        return null;
    }

    /** For headers of no known set: numbers and labels may follow the word, "Email 2", "Puhelin (työ)", "E-mail - Work". */
    Target guess(String header) {
        var plain = Headers.plain(header);
        for (var form : List.of(plain, spaced(plain), PREFIX.matcher(plain).replaceFirst(""))) {
            var found = find(form);
            if (found != null) {
                return found;
            }
        }
        var numbered = TRAILING_NUMBER.matcher(plain);
        if (numbered.find() && numbered.start() > 0) {
            return numbered(guess(plain.substring(0, numbered.start())), Integer.parseInt(numbered.group(1)));
        }
        return labelled(plain);
    }

    private Target labelled(String plain) {
        var brackets = IN_BRACKETS.matcher(plain);
        if (brackets.find()) {
            return labelled(plain.substring(0, brackets.start()), brackets.group(1));
        }
        var dash = plain.lastIndexOf(" - ");
        return dash > 0 ? labelled(plain.substring(0, dash), plain.substring(dash + 3)) : new Target.Unmapped();
    }

    private Target labelled(String word, String label) {
        if (word.isBlank() || !Labels.isKnown(label)) {
            return new Target.Unmapped();
        }
        return guess(word) instanceof Target.To to && to.field().isOfSeveral()
                ? new Target.To(to.field(), to.number(), Labels.of(label))
                : new Target.Unmapped();
    }

    private static Target numbered(Target target, int number) {
        return target instanceof Target.To to && to.field().isOfSeveral()
                ? new Target.To(to.field(), number, to.label())
                : target instanceof Target.Drop ? target : new Target.Unmapped();
    }

    private static String spaced(String plain) {
        return plain.replaceAll("[_.:/]+", " ").replaceAll("\\s+", " ").strip();
    }
}
