package fi.seloste.cards;

import fi.seloste.register.Affiliation;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post to be taken up or changed; a move to another organisation; or the day somebody left. */
public record PostPage(
        Viewpoint at, Doing doing, List<Affiliation> posts, PostForm form, Employer employer, Errors errors)
        implements View {

    /** What is done, and the address it is sent to. */
    public record Doing(String act, String below, @Nullable String post) {

        static final Doing TAKE_UP = new Doing("add", "/posts", null);
        static final Doing MOVE = new Doing("move", "/job-change", null);
        static final Doing LEAVE = new Doing("leave", "/leaving", null);

        static Doing change(String post) {
            return new Doing("change", "/posts/" + post, post);
        }
    }

    public String url() {
        return at.to(doing.below());
    }

    public List<String> roles() {
        return Arrays.stream(Affiliation.Role.values())
                .map(Affiliation.Role::code)
                .toList();
    }

    public boolean isChosen(String role) {
        return form.roles() != null && form.roles().contains(role);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return at.purpose().code();
    }
}
