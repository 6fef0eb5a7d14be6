package fi.seloste.consents;

import fi.seloste.store.Purpose;
import fi.seloste.ui.Errors;
import fi.seloste.ui.Option;
import fi.seloste.ui.View;
import java.util.List;

/** Writes down what a person agreed to by phone, on paper, by mail or face to face. */
public record ConsentFormPage(Whose whose, List<Kept> wordings, List<Option> declared, ConsentForm form, Errors errors)
        implements View {

    /** Whose consent it is, and in which purpose the page works. */
    public record Whose(String person, String name, Purpose purpose) {

        public String home() {
            return "/people/" + person + as();
        }

        public String to(String below) {
            return "/people/" + person + "/consents" + below + as();
        }

        private String as() {
            return purpose.isOfStaff() ? "?as=" + purpose.code() : "";
        }
    }

    /** Words that can be read aloud, and what they are for. */
    public record Kept(String id, String name, Wording wording) {}

    /** Nothing is chosen for whoever writes it down; what was sent is shown again. */
    public String chosen() {
        return ConsentForm.shown(form.wording());
    }

    /** Whether other words are written here than those that are kept. */
    public boolean hasOwnWords() {
        return wordings.isEmpty() || (!errors.isEmpty() && chosen().isEmpty());
    }

    /** Staff writes down what came by these ways; a form of ours writes itself down. */
    public static List<String> channels() {
        return List.of("phone", "meeting", "paper", "email");
    }

    public static List<String> proofs() {
        return List.of("noted", "signed", "message");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return whose.purpose().code();
    }
}
