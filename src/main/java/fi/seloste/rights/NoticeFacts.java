package fi.seloste.rights;

import fi.seloste.notice.Category;
import fi.seloste.notice.Controller;
import fi.seloste.notice.Declaration;
import fi.seloste.notice.Notice;
import fi.seloste.notice.NoticeRight;
import fi.seloste.notice.Recipient;
import fi.seloste.notice.RetentionRule;
import fi.seloste.notice.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the words of an answer from the notice in force, so that a person is told what everybody is told. */
@Component
class NoticeFacts {

    private final Notice notice;

    NoticeFacts(Notice notice) {
        this.notice = notice;
    }

    Told in(Locale language) {
        var declared = notice.inForce();
        var processing = declared.processing();
        return new Told(
                who(declared.controller(), language),
                processing.categories().values().stream()
                        .map(category -> kept(category, declared, language))
                        .toList(),
                declared.recipientsInUse().stream()
                        .map(one -> receiver(one, language))
                        .toList(),
                processing.sources().values().stream()
                        .collect(Collectors.toMap(s -> s.id(), s -> s.name().in(language))),
                promises(declared, language));
    }

    boolean tellsApart(String category) {
        return notice.inForce().tellsApart(category);
    }

    /** The categories of the data maps that the notice in force declares by these. */
    List<String> coveredBy(List<String> categories) {
        var declared = notice.inForce();
        return categories.stream()
                .flatMap(one -> declared.coveredBy(one).stream())
                .toList();
    }

    private static Told.Who who(Controller controller, Locale language) {
        var authority = controller.authority();
        return new Told.Who(
                controller.identity().name(),
                reach(controller.reach()),
                controller
                        .office(Controller.Office.Kind.DPO)
                        .map(office -> office.name().in(language) + ", " + reach(office.reach()))
                        .orElseGet(() -> reach(controller.reach())),
                authority == null ? "" : authority.name().in(language),
                authority == null ? "" : reach(authority.reach()));
    }

    private static Told.Kept kept(Category category, Declaration declared, Locale language) {
        var rule = category.retention()
                .general()
                .or(() -> category.retention().rules().stream().findFirst());
        return new Told.Kept(
                category.id(),
                category.name().in(language),
                category.purposes().stream()
                        .flatMap(id -> declared.purpose(id).stream())
                        .map(purpose -> new Told.Goal(
                                purpose.id(),
                                purpose.name().in(language),
                                purpose.basis().in(language),
                                purpose.basis()))
                        .toList(),
                new Told.Storage(
                        rule.map(r -> r.brief().in(language))
                                .orElse(category.retention().criteria().in(language)),
                        rule.map(RetentionRule::ground)
                                .filter(RetentionRule.Ground::law)
                                .map(ground -> ground.text().in(language))
                                .orElse(null)),
                category.links().sources().stream()
                        .map(declared.processing().sources()::get)
                        .filter(Objects::nonNull)
                        .allMatch(source -> source.kind() == Source.Kind.SUBJECT));
    }

    /** Whoever only runs the system that answers here keeps nothing that this system would not know. */
    private static Told.Receiver receiver(Recipient one, Locale language) {
        boolean keeps = one.role() != Recipient.Role.AUTHORITY
                && !one.scope().purposes().equals(List.of("security"));
        var safeguard = one.place().safeguard();
        return new Told.Receiver(
                one.id(),
                one.wording().name().in(language),
                one.wording().does().in(language),
                new Told.Reach(
                        keeps,
                        one.isOutsideEea(),
                        country(one.place().country(), language),
                        safeguard == null ? "" : safeguard.in(language)),
                one.scope().categories());
    }

    private static String country(@Nullable String code, Locale language) {
        return code == null ? "" : Locale.of("", code).getDisplayCountry(language);
    }

    private static Told.Promises promises(Declaration declared, Locale language) {
        Map<String, String> rights = new LinkedHashMap<>();
        declared.promises().rights().forEach((right, text) -> {
            if (right != NoticeRight.COMPLAINT) {
                rights.put(right.code(), text.in(language));
            }
        });
        var complaint = declared.promises().rights().get(NoticeRight.COMPLAINT);
        return new Told.Promises(
                rights,
                complaint == null ? "" : complaint.in(language),
                declared.promises().automated().in(language));
    }

    private static String reach(Controller.Reach reach) {
        return Stream.of(reach.address(), reach.email(), reach.phone(), reach.website())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }
}
