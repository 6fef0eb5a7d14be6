package fi.seloste.demo;

import java.util.List;

/** An organisation of the story, as its list tells it. */
record Firm(String name, String domain, Place place, String segment, Relation relation, int heads, int number) {

    enum Relation {
        CUSTOMER,
        PROSPECT,
        FORMER
    }

    record Place(String town, String postalCode, String street) {}

    static List<Firm> all() {
        var lines = Script.lines("organisations.txt");
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(i -> of(lines.get(i), i))
                .toList();
    }

    static Firm called(String domain) {
        return all().stream()
                .filter(firm -> firm.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    private static Firm of(List<String> line, int number) {
        return new Firm(
                line.get(0),
                line.get(1),
                new Place(line.get(2), line.get(3), line.get(4)),
                line.get(5),
                Relation.valueOf(line.get(6).toUpperCase(java.util.Locale.ROOT)),
                Integer.parseInt(line.get(7)),
                number);
    }

    boolean isProspect() {
        return relation == Relation.PROSPECT;
    }

    boolean speaksSwedish() {
        return List.of("skargardenskraft", "bjorkvik", "ormsjo", "osterfjarden", "nordhamn")
                .contains(domain);
    }

    Crew.Mate owner(Crew crew) {
        return speaksSwedish() ? crew.oskar() : crew.tuomas();
    }

    String site() {
        return domain + ".example";
    }

    /** Days ago that it came into the register. */
    int since() {
        return switch (relation) {
            case CUSTOMER -> 700 - number * 3;
            case FORMER -> 740;
            case PROSPECT -> 210 - number * 4;
        };
    }
}
