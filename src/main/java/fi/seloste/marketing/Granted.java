package fi.seloste.marketing;

import fi.seloste.notice.Category;
import fi.seloste.notice.Notice;
import fi.seloste.store.Purpose;
import fi.seloste.ui.Said;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Which categories the notice in force lets marketing read, and of the others why not. */
@Component
class Granted {

    private final Notice notice;

    Granted(Notice notice) {
        this.notice = notice;
    }

    boolean reads(String category) {
        return notice.inForce().readersOf(category).contains(Purpose.MARKETING);
    }

    /** Under the key {@code key.undeclared} or {@code key.part}, or what {@code unread} says of a category by its name. */
    Said why(String key, Object about, String category, Function<Object, Said> unread) {
        var declared = notice.inForce();
        var name = declared.covering(category).map(Category::name);
        if (name.isEmpty()) {
            return Said.of(key + ".undeclared", about, category);
        }
        return declared.tellsApart(category)
                ? unread.apply(name.get())
                : Said.of(key + ".part", about, name.get(), category);
    }
}
