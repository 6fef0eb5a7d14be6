package fi.seloste.publishing;

import fi.seloste.base.Actor;
import fi.seloste.base.Problem;
import fi.seloste.notice.Amendment;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.DeclarationReader;
import fi.seloste.notice.Diff;
import fi.seloste.notice.Notice;
import fi.seloste.notice.Reading;
import fi.seloste.notice.Sheet;
import fi.seloste.notice.Version;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to the draft. What is kept in it can always be read as a declaration; whether it is lawful is asked at the publication. */
@Component
public class Drafting {

    private final Notice notice;
    private final Drafts drafts;

    Drafting(Notice notice, Drafts drafts) {
        this.notice = notice;
        this.drafts = drafts;
    }

    /** The draft, or the notice in force where nobody has begun one. */
    @As(Purpose.RIGHTS)
    public Draft draft() {
        return drafts.find().orElseGet(() -> Draft.fresh(notice.text(), inForce()));
    }

    public Declaration declaration(Draft draft) {
        return read(draft.text()).declaration();
    }

    /** What the draft changes in the notice in force. */
    public List<Amendment> amendments(Draft draft) {
        return Diff.between(notice.inForce(), declaration(draft));
    }

    /** Changes some of it by a form; {@code seen} is the draft's version that the form showed, null where nobody looked. */
    @As(Purpose.RIGHTS)
    public Draft change(@Nullable Integer seen, UnaryOperator<Sheet> change, Actor actor) {
        var draft = draft();
        return keep(draft, seen, change.apply(Sheet.of(draft.text())).text(), actor);
    }

    /** Takes a whole declaration in, as it was written. */
    @As(Purpose.RIGHTS)
    public Draft replace(@Nullable Integer seen, byte[] text, Actor actor) {
        sound(readBytes(text));
        return keep(draft(), seen, new String(text, StandardCharsets.UTF_8), actor);
    }

    @As(Purpose.RIGHTS)
    public void discard() {
        drafts.remove();
    }

    static Reading read(String text) {
        return readBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading readBytes(byte[] text) {
        return DeclarationReader.read("declaration.yaml", text);
    }

    private Draft keep(Draft before, @Nullable Integer seen, String text, Actor actor) {
        sound(read(text));
        if (seen != null && !Objects.equals(seen, before.version()) || !drafts.put(before, text, actor)) {
            throw seen == null
                    ? Problem.conflict("publishing.draft.changed")
                    : Problem.stale("publishing.draft.changed");
        }
        return draft();
    }

    private static void sound(Reading reading) {
        if (!reading.flaws().isEmpty()) {
            throw Problem.invalid(
                    "declaration",
                    "publishing.flawed",
                    reading.flaws().size(),
                    reading.flaws().getFirst());
        }
    }

    private int inForce() {
        return notice.version().map(Version::number).orElse(0);
    }
}
