package fi.seloste.newsletters;

import fi.seloste.base.Paged;
import fi.seloste.marketing.Campaign;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;

/** A newsletter for staff: how people come to it, who reads it, and a form to ask somebody. */
public record TopicPage(
        Topic topic, Read read, String address, List<Campaign> issues, Map<String, String> asked, Errors errors)
        implements View {

    /** Who reads it: those that are listed, all or those whom some words find. */
    public record Read(String words, Numbers numbers, Paged<Subscriber> readers) {}

    /** How many read it, and how many have been asked and did not answer yet. */
    public record Numbers(int readers, int waiting) {}

    public Numbers numbers() {
        return read.numbers();
    }

    public Paged<Subscriber> readers() {
        return read.readers();
    }

    public String url() {
        return "/marketing/newsletters/" + topic.id();
    }

    /** Whoever is listed, as a file. */
    public String file() {
        var words = read.words();
        return url() + "/subscribers.csv"
                + (words.isEmpty() ? "" : "?q=" + UriUtils.encode(words, StandardCharsets.UTF_8));
    }

    /** Where the next issue is begun. */
    public String writing() {
        return "/marketing/campaigns/new?ground=" + topic.plan().purpose() + "/" + topic.slug();
    }

    public String asked(String field) {
        return asked.getOrDefault(field, "");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }

    @Override
    public String as() {
        return "marketing";
    }
}
