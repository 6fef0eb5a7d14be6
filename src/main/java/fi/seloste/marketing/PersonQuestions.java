package fi.seloste.marketing;

import fi.seloste.base.Day;
import fi.seloste.base.Ids;
import fi.seloste.register.Source;
import fi.seloste.register.Tagging;
import fi.seloste.staff.Staff;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import fi.seloste.store.Sql;
import fi.seloste.ui.Option;
import fi.seloste.ui.Said;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the register knows of people themselves, and marketing may ask. */
final class PersonQuestions {

    private PersonQuestions() {}

    @Component
    @Order(10)
    static final class Language implements Question {

        private static final List<String> SPOKEN = List.of("fi", "sv", "en", "de", "et");

        @Override
        public String code() {
            return "language";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String holds(String given) {
            return "p.language = " + given;
        }

        @Override
        public Object shown(String value) {
            return SPOKEN.contains(value) ? Said.of("lists.language." + value) : value;
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return Questions.keyed(SPOKEN, "lists.language.");
        }
    }

    @Component
    @Order(60)
    static final class Tag implements Question {

        private final Tagging tagging;
        private final Purposes purposes;

        Tag(Tagging tagging, Purposes purposes) {
            this.tagging = tagging;
            this.purposes = purposes;
        }

        @Override
        public String code() {
            return "tag";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String holds(String given) {
            return "p.person_id in (select t.person_id from register.person_tag t where t.tag = " + given + ")";
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return Questions.plain(purposes.as(Purpose.MARKETING, tagging::ofPeople));
        }

        @Override
        public String category() {
            return "contact-tags";
        }
    }

    @Component
    @Order(70)
    static final class Owner implements Question {

        private final Staff staff;

        Owner(Staff staff) {
            this.staff = staff;
        }

        @Override
        public String code() {
            return "owner";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String checked(String value) {
            return Ids.parse("value", value).toString();
        }

        @Override
        public String holds(String given) {
            return "p.owner_by = " + given;
        }

        @Override
        public Object bound(String value) {
            return UUID.fromString(value);
        }

        @Override
        public Object shown(String value) {
            var id = UUID.fromString(value);
            var name = staff.names(List.of(id)).get(id);
            return name == null ? Said.of("lists.unknown") : name;
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return staff.accounts().stream()
                    .filter(account -> !account.isDisabled())
                    .map(account -> new Option(account.id().toString(), account.name()))
                    .toList();
        }
    }

    @Component
    @Order(80)
    static final class Origin implements Question {

        @Override
        public String code() {
            return "source";
        }

        @Override
        public Form form() {
            return Form.CHOICE;
        }

        @Override
        public String checked(String value) {
            return Source.of(value).code();
        }

        @Override
        public String holds(String given) {
            return "p.source = " + given;
        }

        @Override
        public Object shown(String value) {
            return Said.of("lists.source." + value);
        }

        @Override
        public List<Option> options(@Nullable String typed, Locale language) {
            return Questions.keyed(
                    Arrays.stream(Source.values()).map(Source::code).toList(), "lists.source.");
        }
    }

    /** A day, from its first moment in the place of the house. */
    private interface OnDay extends Question {

        ZoneId place();

        @Override
        default Form form() {
            return Form.DAY;
        }

        @Override
        default String checked(String value) {
            return Day.parse("value", value).toString();
        }

        @Override
        default Object bound(String value) {
            return Sql.at(LocalDate.parse(value).atStartOfDay(place()).toInstant());
        }

        @Override
        default Object shown(String value) {
            return LocalDate.parse(value);
        }
    }

    @Component
    @Order(90)
    record ActedSince(
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) implements OnDay {

        @Override
        public String code() {
            return "acted-since";
        }

        @Override
        public String holds(String given) {
            return "p.last_act_at >= " + given;
        }
    }

    @Component
    @Order(91)
    record ActedBefore(
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) implements OnDay {

        @Override
        public String code() {
            return "acted-before";
        }

        @Override
        public String holds(String given) {
            return "p.last_act_at < " + given;
        }
    }
}
