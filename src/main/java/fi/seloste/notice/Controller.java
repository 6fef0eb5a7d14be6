package fi.seloste.notice;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is responsible (GDPR Art. 4(7), 13(1)(a) and (b)) and which authority watches (Art. 13(2)(d)). */
public record Controller(
        Identity identity,
        Reach reach,
        Text business,
        List<Office> offices,
        @Nullable Authority authority) {

    public record Identity(String name, String businessId, String country) {}

    /** How to reach somebody. Every part may be missing: the linter says what the law wants. */
    public record Reach(
            @Nullable String address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website) {

        public boolean isEmpty() {
            return address == null && email == null && phone == null;
        }
    }

    /** A function that people may turn to, such as the data protection officer. */
    public record Office(Kind kind, Text name, Reach reach) {

        public enum Kind implements Coded {
            DPO,
            MARKETING,
            PRIVACY,
            REPRESENTATIVE;

            @Override
            public String kind() {
                return "office";
            }
        }
    }

    public record Authority(Text name, Reach reach) {}

    public Optional<Office> office(Office.Kind kind) {
        return offices.stream().filter(office -> office.kind() == kind).findFirst();
    }

    /** Below a letter about somebody's data: whom to turn to, the data protection officer where there is one (Art. 13(1)(b)). */
    public String signature(Locale language) {
        var officer = office(Office.Kind.DPO);
        var name = officer.map(one -> one.name().in(language)).orElse(identity.name());
        var reached = officer.map(Office::reach).orElse(reach);
        return Stream.of(name, reached.email(), reached.phone(), reach.address())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
