package fi.seloste.marketing;

import fi.seloste.base.Actor;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Spot;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Search;
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

    private final Marketing marketing;
    private final DeliveryRecords records;
    private final ObjectProvider<Figures> figures;
    private final Search search;
    private final Evidence evidence;

    Delivered(
            Marketing marketing,
            DeliveryRecords records,
            ObjectProvider<Figures> figures,
            Search search,
            Evidence evidence) {
        this.marketing = marketing;
        this.records = records;
        this.figures = figures;
        this.search = search;
        this.evidence = evidence;
    }

    /** Which messages are listed: all of one fate, or where there are words, whatever went to the people whom they find. */
    record Wanted(DeliveryQuery query, String words) {

        static Wanted all(DeliveryQuery query) {
            return new Wanted(query, "");
        }
    }

    @As(Purpose.MARKETING)
    public Paged<DeliveryRow> list(UUID campaign, Wanted wanted, Paging asked, Evidence.How how, Actor actor) {
        marketing.get(campaign);
        var read = wanted.words().isEmpty()
                ? records.page(campaign, wanted.query(), asked.afterSpot(), asked.limit() + 1)
                : records.of(campaign, search.sought(wanted.words()), asked.afterSpot(), asked.limit() + 1);
        var page = Paged.of(read, asked, one -> new Spot(one.fate().at(), one.id()));
        return new Paged<>(shown(campaign, page.items(), how, actor), page.next());
    }

    /** Of a campaign that is there. */
    @As(Purpose.MARKETING)
    public void taken(UUID campaign, Actor actor) {
        marketing.get(campaign);
        evidence.record(actor, Act.of("export").about("campaign", campaign).with(Map.of("list", "deliveries")));
    }

    private List<DeliveryRow> shown(UUID campaign, List<DeliveryRow> rows, Evidence.How how, Actor actor) {
        var people = rows.stream().map(row -> row.reader().person()).distinct().toList();
        evidence.consulted(actor, how, people);
        var did = new HashMap<PersonId, List<String>>();
        figures.orderedStream().forEach(module -> did.putAll(module.did(campaign, people)));
        return rows.stream()
                .map(row -> row.with(did.getOrDefault(row.reader().person(), List.of())))
                .toList();
    }
}
