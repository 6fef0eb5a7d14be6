package fi.seloste.cards;

import fi.seloste.register.Ability;
import fi.seloste.register.Employment;
import fi.seloste.register.Origin;
import fi.seloste.register.Source;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Errors;
import org.springframework.stereotype.Component;

/** Lays the forms of posts and of changes of job. */
@Component
class PostDesk {

    private final Employment employment;
    private final Employers employers;
    private final Purposes purposes;
    private final Days days;

    PostDesk(Employment employment, Employers employers, Purposes purposes, Days days) {
        this.employment = employment;
        this.employers = employers;
        this.purposes = purposes;
        this.days = days;
    }

    PostPage page(Viewpoint at, PostPage.Doing doing, PostForm form, Errors errors) {
        at.must(Ability.EDIT);
        return purposes.as(at.purpose(), () -> {
            var present = employment.of(at.person()).stream()
                    .filter(a -> a.isCurrent(days.today()))
                    .toList();
            return new PostPage(at, doing, present, form.shown(), employers.found(form.employer()), errors);
        });
    }

    /** An organisation that is met by the way of a person's change of job. */
    Origin heard() {
        return new Origin(Source.MET_IN_PERSON, null, days.today());
    }
}
