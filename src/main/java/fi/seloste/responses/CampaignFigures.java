package fi.seloste.responses;

import fi.seloste.base.PersonId;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Figures;
import fi.seloste.ui.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opens and clicks beside a campaign's own report, and what can be done with them. */
@Component
class CampaignFigures implements Figures {

    private final Responses responses;
    private final ResponseTallies tallies;
    private final ResponseRecords records;
    private final Ground ground;
    private final Trials trials;
    private final Repeats repeats;

    CampaignFigures(
            Responses responses,
            ResponseTallies tallies,
            ResponseRecords records,
            Ground ground,
            Trials trials,
            Repeats repeats) {
        this.responses = responses;
        this.tallies = tallies;
        this.records = records;
        this.ground = ground;
        this.trials = trials;
        this.repeats = repeats;
    }

    @Override
    public List<Figure> of(UUID campaign) {
        var outcome = responses.of(campaign);
        if (!outcome.declared() && outcome.isEmpty()) {
            return List.of();
        }
        var url = url(campaign) + "/responses";
        return List.of(
                new Figure("responses.opened", outcome.opened().people(), "responses.byPeople", url),
                new Figure("responses.clicked", outcome.clicked().people(), "responses.byPeople", url));
    }

    @Override
    public Map<UUID, Came> came(Collection<UUID> campaigns) {
        return tallies.came(campaigns).stream()
                .collect(
                        Collectors.toMap(ResponseTallies.Came::campaign, one -> new Came(one.opened(), one.clicked())));
    }

    @Override
    public Map<PersonId, List<String>> did(UUID campaign, Collection<PersonId> readers) {
        return records.did(campaign, readers, ground.now()).stream()
                .collect(Collectors.groupingBy(
                        one -> new PersonId(one.person()),
                        Collectors.mapping(one -> "responses.did." + one.kind(), Collectors.toList())));
    }

    @Override
    public List<Turn> turns(Campaign campaign) {
        var url = url(campaign.id());
        return switch (campaign.state()) {
            case DRAFT -> List.of(new Turn("responses.trial", "arrows-exchange", url + "/trial", true));
            case SCHEDULED -> List.of();
            case SENDING, PAUSED, CANCELLED ->
                List.of(new Turn("responses.title", "chart-bar", url + "/responses", false));
            case SENT ->
                List.of(
                        new Turn("responses.title", "chart-bar", url + "/responses", false),
                        new Turn("responses.repeat", "refresh", url + "/repeat", true));
        };
    }

    @Override
    public List<Said> tells(Campaign campaign) {
        return trials.find(campaign.id()).flatMap(Trial::told).stream().toList();
    }

    /** Once it is decided no subject that lost, unless a message with it has not left yet. The campaign's own stays: it is the title within every message. */
    @Override
    public List<String> words(Campaign campaign) {
        return trials.find(campaign.id()).stream()
                .flatMap(trial -> (trial.isDecided()
                                ? trials.stillSaid(trial)
                                : trial.plan().words())
                        .stream())
                .toList();
    }

    @Override
    public List<Said> sends(Campaign campaign) {
        var said = new ArrayList<Said>();
        trials.find(campaign.id()).map(Trial::plan).ifPresent(plan -> {
            said.add(Said.of("responses.trial.sends", plan.share(), plan.hours()));
            plan.subjects()
                    .forEach(words -> new TreeMap<>(words)
                            .forEach((language, text) -> said.add(Said.of(
                                    "responses.trial.sends.subject", Said.of("lists.language." + language), text))));
        });
        repeats.find(campaign.id())
                .ifPresent(one -> said.add(Said.of(
                        one.unknownToo() ? "responses.repeat.sends.unknown" : "responses.repeat.sends", one.name())));
        return said;
    }

    private static String url(UUID campaign) {
        return "/marketing/campaigns/" + campaign;
    }
}
