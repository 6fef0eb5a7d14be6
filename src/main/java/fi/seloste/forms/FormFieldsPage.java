package fi.seloste.forms;

import fi.seloste.notice.Text;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;
import java.util.Map;

/** The builder: the words above, and one card a field with what the notice says of it. What was written comes back where it could not be kept. */
public record FormFieldsPage(Form form, List<Card> cards, Offer offer, Typed typed, Errors errors) implements View {

    /** A field with the category of the notice that it falls under, the purposes that serves, and what is in its way. */
    public record Card(
            Field field,
            Text category,
            List<Option> purposes,
            List<Obstacle> obstacles,
            Map<String, Field.Asked> asked) {}

    /** What can be added by a press: kinds, fields of the company's own, and what people can consent to. */
    public record Offer(List<Field.Kind> kinds, List<Option> own, List<Option> aims) {}

    /** What was written and could not be kept, as it was sent; nothing where the page is opened. */
    public record Typed(Map<String, String> sent) {

        static final Typed NOTHING = new Typed(Map.of());

        public String text(String name, String kept) {
            return sent.isEmpty() ? kept : sent.getOrDefault(name, "");
        }

        public boolean ticked(String name, boolean kept) {
            return sent.isEmpty() ? kept : sent.containsKey(name);
        }
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    public String url() {
        return "/forms/" + form.id() + "/fields";
    }

    /** Whether consents can be asked by it: what another module takes over it asks about by itself. */
    public boolean takesConsents() {
        return Kinds.OURS.contains(form.plan().kind());
    }
}
