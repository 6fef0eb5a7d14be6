package fi.seloste.responses;

import fi.seloste.base.Day;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.marketing.Campaign;
import fi.seloste.marketing.Marketing;
import fi.seloste.marketing.Question;
import fi.seloste.store.Sql;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What can be asked of people in an audience about what they did with a campaign. Each is about those of whom we may know it: whoever did not agree is
 * neither among those who clicked nor among those who did not.
 */
@Configuration(proxyBeanMethods = false)
class ResponseQuestions {

    @Bean
    @Order(120)
    Question openedQuestion(Asking asking) {
        return new OfCampaign("opened", "k.opens > 0", asking);
    }

    @Bean
    @Order(121)
    Question clickedQuestion(Asking asking) {
        return new OfCampaign("clicked", "k.clicks > 0", asking);
    }

    @Bean
    @Order(122)
    Question notOpenedQuestion(Asking asking) {
        return new OfCampaign("not-opened", "k.opens = 0", asking);
    }

    @Bean
    @Order(123)
    Question notClickedQuestion(Asking asking) {
        return new OfCampaign("not-clicked", "k.clicks = 0", asking);
    }

    @Bean
    @Order(124)
    Question clickedSinceQuestion(Asking asking) {
        return new Since(asking);
    }

    /** What the questions have in common: the campaigns, the permission, and the moment. */
    @Component
    static class Asking {

        private final ObjectProvider<Marketing> marketing;
        private final Ground ground;
        private final Clock clock;
        private final ZoneId place;

        /** Marketing asks its questions, so it is looked up when one is asked. */
        Asking(
                ObjectProvider<Marketing> marketing,
                Ground ground,
                Clock clock,
                @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
            this.marketing = marketing;
            this.ground = ground;
            this.clock = clock;
            this.place = place;
        }

        private List<Campaign> begun() {
            return marketing.getObject().choice().stream()
                    .filter(Campaign::isBegun)
                    .toList();
        }

        private Campaign campaign(UUID id) {
            return marketing.getObject().get(id);
        }

        private boolean isAllowed() {
            return ground.now().isPersonal();
        }

        /** Whose permission stands now. Both are ours: the code of a purpose as the notice holds it, and a time. */
        private String permission() {
            var now = ground.now();
            var purpose = now.restsOnConsent() ? "'" + now.purpose().replace("'", "''") + "'" : "null";
            return purpose + ", timestamptz '" + clock.instant() + "'";
        }
    }

    private record OfCampaign(String code, String condition, Asking asking) implements Question {

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String checked(String value) {
            var id = Ids.parse("value", value);
            return Problem.named("value", () -> asking.campaign(id)).id().toString();
        }

        @Override
        public String holds(String given) {
            return "p.person_id in (select k.person_id from responses.known(%s, %s) k where %s)"
                    .formatted(given, asking.permission(), condition);
        }

        @Override
        public Object bound(String value) {
            return UUID.fromString(value);
        }

        @Override
        public Object shown(String value) {
            return asking.begun().stream()
                    .filter(one -> one.id().toString().equals(value))
                    .findFirst()
                    .<Object>map(Campaign::name)
                    .orElse(Said.of("lists.unknown"));
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return asking.begun().stream()
                    .map(one -> new Option(one.id().toString(), one.name()))
                    .toList();
        }

        @Override
        public String category() {
            return Ground.CATEGORY;
        }

        @Override
        public boolean isAllowed() {
            return asking.isAllowed();
        }
    }

    private record Since(Asking asking) implements Question {

        @Override
        public String code() {
            return "clicked-since";
        }

        @Override
        public Form form() {
            return Form.DAY;
        }

        @Override
        public String checked(String value) {
            return Day.parse("value", value).toString();
        }

        @Override
        public String holds(String given) {
            return "p.person_id in (select k.person_id from responses.followed_since(%s, %s) k)"
                    .formatted(given, asking.permission());
        }

        @Override
        public Object bound(String value) {
            return Sql.at(LocalDate.parse(value).atStartOfDay(asking.place).toInstant());
        }

        @Override
        public Object shown(String value) {
            return LocalDate.parse(value);
        }

        @Override
        public String category() {
            return Ground.CATEGORY;
        }

        @Override
        public boolean isAllowed() {
            return asking.isAllowed();
        }
    }
}
