package fi.seloste.responses;

import fi.seloste.marketing.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * A campaign that goes again goes to readers of the first one who have not followed it; whoever follows it while the second waits gets no more. Of any
 * other campaign these gates ask nothing.
 */
@Configuration(proxyBeanMethods = false)
class RepeatGates {

    private static final String FIRST = "(select g.first_id from responses.repeat g where g.campaign_id = :campaign)";
    private static final String KNOWN_ONLY =
            "(select g.first_id from responses.repeat g where g.campaign_id = :campaign and not g.unknown_too)";

    private record Shut(String reason, String holds) implements Gate {}

    @Bean
    @Order(40)
    Gate notInFirst() {
        return new Shut("not-in-first", """
                %1$s is not null
                and not exists (select 1
                                  from marketing.delivery f
                                 where f.person_id = p.person_id and f.campaign_id = %1$s and f.state = 'sent')""".formatted(FIRST));
    }

    @Bean
    @Order(41)
    Gate followedFirst() {
        return new Shut("followed-first", """
                %1$s is not null
                and responses.has_followed(%1$s, p.person_id)""".formatted(FIRST));
    }

    @Bean
    @Order(42)
    Gate responseUnknown() {
        return new Shut("response-unknown", """
                %1$s is not null
                and not responses.is_known(%1$s, p.person_id)""".formatted(KNOWN_ONLY));
    }
}
