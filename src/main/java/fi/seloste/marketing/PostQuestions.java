package fi.seloste.marketing;

import fi.seloste.base.Ids;
import fi.seloste.base.OrganisationId;
import fi.seloste.register.Affiliation;
import fi.seloste.register.Organisation;
import fi.seloste.register.OrganisationRegister;
import fi.seloste.register.Tagging;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the register knows of where people work, and marketing may ask. */
final class PostQuestions {

    private static final String OF_ORGANISATIONS = "organisations";

    private PostQuestions() {}

    /** Somebody's present post fulfils the condition over {@code f}. */
    static String atPost(String condition) {
        return "p.person_id in (select f.person_id from register.affiliation f where (f.until_on is null or f.until_on > :today) and "
                + condition + ")";
    }

    @Component
    @Order(20)
    static final class Role implements Question {

        @Override
        public String code() {
            return "role";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String checked(String value) {
            return Affiliation.Role.of(value).code();
        }

        @Override
        public String holds(String given) {
            return atPost(given + " = any(f.roles)");
        }

        @Override
        public Object shown(String value) {
            return Said.of("lists.role." + value);
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            var codes = Arrays.stream(Affiliation.Role.values())
                    .map(Affiliation.Role::code)
                    .toList();
            return Questions.keyed(codes, "lists.role.");
        }
    }

    @Component
    @Order(30)
    static final class Employer implements Question {

        private static final int OFFERED = 12;

        private final OrganisationRegister organisations;
        private final Purposes purposes;

        Employer(OrganisationRegister organisations, Purposes purposes) {
            this.organisations = organisations;
            this.purposes = purposes;
        }

        @Override
        public String code() {
            return "organisation";
        }

        @Override
        public Form form() {
            return Form.SEARCH;
        }

        @Override
        public String checked(String value) {
            return Ids.parse("value", value).toString();
        }

        @Override
        public String holds(String given) {
            return atPost("f.organisation_id = " + given);
        }

        @Override
        public Object bound(String value) {
            return UUID.fromString(value);
        }

        @Override
        public Object shown(String value) {
            return purposes.as(
                    Purpose.MARKETING,
                    () -> organisations
                            .find(OrganisationId.valueOf(value))
                            .<Object>map(Organisation::name)
                            .orElse(Said.of("lists.unknown")));
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            if (typed == null || typed.isBlank()) {
                return List.of();
            }
            return purposes.as(
                    Purpose.MARKETING,
                    () -> organisations.find(typed.strip(), OFFERED).stream()
                            .map(row -> new Option(row.id().toString(), row.name()))
                            .toList());
        }
    }

    @Component
    @Order(40)
    static final class Segment implements Question {

        @Override
        public String code() {
            return "segment";
        }

        @Override
        public Form form() {
            return Form.TEXT;
        }

        @Override
        public String holds(String given) {
            return atPost(
                    "f.organisation_id in (select o.organisation_id from register.organisation o where o.segment = "
                            + given + ")");
        }

        @Override
        public String category() {
            return OF_ORGANISATIONS;
        }
    }

    @Component
    @Order(50)
    static final class OrganisationTag implements Question {

        private final Tagging tagging;
        private final Purposes purposes;

        OrganisationTag(Tagging tagging, Purposes purposes) {
            this.tagging = tagging;
            this.purposes = purposes;
        }

        @Override
        public String code() {
            return "organisation-tag";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String holds(String given) {
            return atPost(
                    "f.organisation_id in (select o.organisation_id from register.organisation_tag o where o.tag = "
                            + given + ")");
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return Questions.plain(purposes.as(Purpose.MARKETING, tagging::ofOrganisations));
        }

        @Override
        public String category() {
            return OF_ORGANISATIONS;
        }
    }
}
