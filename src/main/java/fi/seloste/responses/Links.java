package fi.seloste.responses;

import fi.seloste.base.Ids;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the links that a campaign holds. They are written once, when it leaves. */
@Component
class Links {

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An address, its place in the campaign, and the languages in whose mail it stands. */
    record Link(int position, String url, String languages) {

        boolean isIn(String language) {
            return language.isEmpty() || List.of(languages.split(",")).contains(language);
        }
    }

    List<Link> of(UUID campaign) {
        return jdbc.sql("""
                        select position, url, languages
                          from responses.link
                         where campaign_id = :campaign
                         order by position""").param("campaign", campaign).query(Link.class).list();
    }

    /** Keeps those that are new; gives back the place of each. */
    Map<String, Integer> keep(UUID campaign, Map<String, List<String>> byLanguage) {
        var places = new TreeMap<String, Integer>();
        of(campaign).forEach(link -> places.put(link.url(), link.position()));
        byLanguage.values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(url -> !places.containsKey(url))
                .limit(Math.max(0, Token.MOST_LINKS - places.size()))
                .toList()
                .forEach(url -> {
                    places.put(url, places.size());
                    add(campaign, new Link(places.size() - 1, url, languages(url, byLanguage)));
                });
        return Map.copyOf(places);
    }

    private static String languages(String url, Map<String, List<String>> byLanguage) {
        return String.join(
                ",",
                byLanguage.entrySet().stream()
                        .filter(mail -> mail.getValue().contains(url))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private void add(UUID campaign, Link link) {
        jdbc.sql("""
                        insert into responses.link (link_id, campaign_id, position, url, languages)
                        values (:id, :campaign, :position, :url, :languages)""")
                .param("id", Ids.next())
                .param("campaign", campaign)
                .param("position", link.position())
                .param("url", link.url())
                .param("languages", link.languages())
                .update();
    }
}
