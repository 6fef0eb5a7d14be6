package fi.seloste.marketing;

import fi.seloste.base.Paged;
import fi.seloste.ui.View;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** What of a campaign went to whom, a page at a time: all of one fate, or whatever went to the people that some words find. */
public record DeliveryListPage(
        Campaign campaign, Report.Numbers numbers, String here, String words, Paged<DeliveryRow> read) implements View {

    /** A fate that can be asked for, and how many messages have it by the kept numbers, whoever they went to. */
    public record Fate(String code, int people, boolean here) {}

    /** What nobody has is not offered. */
    public List<Fate> fates() {
        return Arrays.stream(DeliveryQuery.values())
                .map(one -> new Fate(
                        one.code(), people(one), words.isEmpty() && one.code().equals(here)))
                .filter(one -> one.people() > 0 || one.here() || one.code().equals(DeliveryQuery.LEFT.code()))
                .toList();
    }

    private int people(DeliveryQuery query) {
        return switch (query) {
            case LEFT -> numbers.sent();
            case WAITING -> numbers.waiting();
            case BOUNCED -> numbers.bounced();
            case COMPLAINED -> numbers.complained();
            case FAILED -> numbers.failed();
            case SKIPPED -> numbers.skipped();
        };
    }

    public String url() {
        return "/marketing/campaigns/" + campaign.id() + "/deliveries";
    }

    /** The same as a file. */
    public String file() {
        return url() + ".csv?state=" + here
                + (words.isEmpty() ? "" : "&q=" + UriUtils.encode(words, StandardCharsets.UTF_8));
    }

    @Override
    public String as() {
        return "marketing";
    }
}
