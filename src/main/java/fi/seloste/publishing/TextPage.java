package fi.seloste.publishing;

import fi.seloste.base.Problem;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Sheet;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** One piece of wording in every language of the notice. */
public record TextPage(String path, int seen, Map<String, String> words, Errors errors) implements View {

    static final String SUMMARY = "heading.summary";
    private static final Pattern KNOWN = Pattern.compile(
            "heading\\.(title|scope|summary)|controller\\.(business|authority\\.name)"
                    + "|rights\\.[a-z-]+|automated\\.text|cookies\\.text|texts\\.[A-Za-z0-9_-]+"
                    + "|purposes\\.[A-Za-z0-9_-]+\\.(name|text|interest|law)|categories\\.[A-Za-z0-9_-]+\\.(name|data|required)");

    static TextPage of(Draft draft, Declaration declaration, String path) {
        if (!KNOWN.matcher(path).matches()) {
            throw Problem.notFound("wording");
        }
        var words = path.equals(SUMMARY)
                ? lines(declaration)
                : Sheet.of(draft.text()).words(declaration.languages(), path.split("\\."));
        if (words.values().stream().allMatch(String::isEmpty)) {
            throw Problem.notFound("wording");
        }
        return new TextPage(path, draft.version(), words, Errors.none());
    }

    private static Map<String, String> lines(Declaration declaration) {
        var words = new LinkedHashMap<String, String>();
        declaration
                .languages()
                .forEach(language -> words.put(
                        language,
                        String.join(
                                "\n",
                                declaration.heading().summary().stream()
                                        .map(one -> one.in(Locale.of(language)))
                                        .toList())));
        return words;
    }

    public boolean isLines() {
        return path.equals(SUMMARY);
    }

    public List<String> languages() {
        return List.copyOf(words.keySet());
    }

    TextPage sent(Sent sent, Errors wrong) {
        return new TextPage(path, seen, sent.words("words", languages()), wrong);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "rights";
    }
}
