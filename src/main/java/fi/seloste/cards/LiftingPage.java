package fi.seloste.cards;

import fi.seloste.register.Wish;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Frame;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Lifts a ban: by which way and when the person wished it, and what proves it. */
public record LiftingPage(Viewpoint at, String name, LiftingForm form, Errors errors) implements View {

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }

    public List<Option> ways(Frame ui) {
        return Stream.concat(
                        Stream.of(new Option("", "")),
                        Stream.of(Wish.How.values())
                                .filter(how -> how != Wish.How.OTHER)
                                .map(how -> new Option(how.code(), ui.t("cards.lift.how." + how.code()))))
                .toList();
    }

    public String how() {
        return Objects.requireNonNullElse(form.how(), "");
    }

    public String on() {
        return Objects.requireNonNullElse(form.on(), "");
    }

    public String reason() {
        return Objects.requireNonNullElse(form.reason(), "");
    }
}
