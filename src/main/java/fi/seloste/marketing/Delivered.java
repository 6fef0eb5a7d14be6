package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.PersonRow;
import fi.seloste.register.Register;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to what went to whom. Whoever is shown was consulted; whoever marketing does not see any more is in the numbers alone. */
@Component
class Delivered {

    private static final int FOUND = 50;

    private final Marketing marketing;
    private final DeliveryRecords records;
    private final ObjectProvider<Figures> figures;
    private final Register register;
    private final Evidence evidence;

    Delivered(
            Marketing marketing,
            DeliveryRecords records,
            ObjectProvider<Figures> figures,
            Register register,
            Evidence evidence) {
        this.marketing = marketing;
        this.records = records;
        this.figures = figures;
        this.register = register;
        this.evidence = evidence;
    }

    @As(Purpose.MARKETING)
    public Paged<DeliveryRow> list(UUID campaign, DeliveryQuery query, Paging asked, Evidence.How how, Actor actor) {
        marketing.get(campaign);
        var page = Paged.of(
                records.page(campaign, query, asked.afterSpot(), asked.limit() + 1),
                asked,
                one -> new Spot(one.fate().at(), one.id()));
        return new Paged<>(shown(campaign, page.items(), how, actor), page.next());
    }

    /** Of the people whom these words find. */
    @As(Purpose.MARKETING)
    public List<DeliveryRow> find(UUID campaign, String words, Actor actor) {
        marketing.get(campaign);
        var people = register.find(words, FOUND, Evidence.How.LIST, actor).stream()
                .map(PersonRow::id)
                .toList();
        return shown(campaign, records.of(campaign, people), Evidence.How.LIST, actor);
    }

    @As(Purpose.MARKETING)
    public void taken(UUID campaign, Actor actor) {
        evidence.record(actor, Act.of("export").about("campaign", campaign).with(Map.of("list", "deliveries")));
    }

    private List<DeliveryRow> shown(UUID campaign, List<DeliveryRow> rows, Evidence.How how, Actor actor) {
        var people = rows.stream().map(row -> row.reader().person()).distinct().toList();
        evidence.consulted(actor, how, people);
        var did = new HashMap<fi.seloste.base.PersonId, List<String>>();
        figures.orderedStream().forEach(module -> did.putAll(module.did(campaign, people)));
        return rows.stream()
                .map(row -> row.with(did.getOrDefault(row.reader().person(), List.of())))
                .toList();
    }
}
