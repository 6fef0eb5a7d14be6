package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Problem;
import fi.seloste.base.Spot;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The door to templates: a campaign's words are kept under a name, and the next campaign begins with them. */
@Component
public class Templating {

    private static final int CHOICE = 200;

    private final CampaignTemplates templates;
    private final Marketing marketing;

    Templating(CampaignTemplates templates, Marketing marketing) {
        this.templates = templates;
        this.marketing = marketing;
    }

    @As(Purpose.MARKETING)
    public Paged<CampaignTemplate> newest(Paging asked) {
        return Paged.of(
                templates.newest(asked.afterSpot(), asked.limit() + 1), asked, one -> new Spot(one.madeAt(), one.id()));
    }

    /** To choose among while one begins. */
    @As(Purpose.MARKETING)
    public List<CampaignTemplate> choice() {
        return templates.newest(null, CHOICE);
    }

    @As(Purpose.MARKETING)
    public CampaignTemplate get(UUID id) {
        return templates.find(id).orElseThrow(() -> Problem.notFound("template"));
    }

    /** The words of a campaign as they are now, whatever became of it. */
    @As(Purpose.MARKETING)
    public UUID keep(UUID campaign, String name, Actor actor) {
        var words = marketing.get(campaign).content();
        var called = Length.NAME.checked("name", name.strip());
        if (called.isEmpty()) {
            throw Problem.invalid("name", "templates.nameMissing");
        }
        var id = Ids.next();
        if (!templates.add(id, called, words, actor)) {
            throw Problem.invalid("name", "templates.taken", called);
        }
        return id;
    }

    @As(Purpose.MARKETING)
    public void remove(UUID id) {
        if (!templates.remove(id)) {
            throw Problem.notFound("template");
        }
    }
}
