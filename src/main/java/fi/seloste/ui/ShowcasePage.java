package fi.seloste.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Every part of the frame on one page, with made-up content. */
public record ShowcasePage(Instant now, LocalDate today, String sort) implements View {

    @Override
    public String as() {
        return "customer";
    }

    public List<Bar> bars() {
        return List.of(
                Bar.of("Delivered", 1840, "1 840"),
                Bar.of("Opened by people", 912, "912"),
                Bar.of("Clicked", 207, "207"),
                Bar.of("Bounced", 9, "9"));
    }

    public List<Bar> days() {
        return List.of(3, 7, 4, 9, 12, 2, 1, 8, 11, 15, 9, 13, 4, 2, 10, 14, 18, 16, 11, 5, 3, 12, 17, 19).stream()
                .map(n -> Bar.of(today.minusDays(24 - n).toString(), n, n + " visits"))
                .toList();
    }

    public List<Step> steps() {
        return List.of(
                new Step("Received", true, false),
                new Step("Identity", true, false),
                new Step("Collect", false, true),
                new Step("Review", false, false),
                new Step("Answered", false, false));
    }

    public List<Column> columns() {
        return List.of(
                Column.sorted("Name", "name"),
                Column.sorted("Organisation", "organisation"),
                Column.of("Permission"),
                Column.numbers("Open deals", "deals"));
    }

    public List<Option> languages() {
        return List.of(new Option("fi", "Finnish"), new Option("sv", "Swedish"), new Option("en", "English"));
    }

    public List<Tab> tabs() {
        return List.of(
                new Tab("Parts", "/ui", true),
                new Tab("Public page", "/ui/public", false),
                new Tab("Plain page", "/ui/plain", false));
    }

    /** The page for data subjects. */
    public record Open(LocalDate today) implements View {
        @Override
        public String template() {
            return "ui/showcase-public";
        }
    }

    /** The page with one thing to do. */
    public record Plain() implements View {
        @Override
        public String template() {
            return "ui/showcase-plain";
        }
    }

    /** A page that opens in a dialog. */
    public record Dialog(Errors errors) implements View {
        @Override
        public String template() {
            return "ui/showcase-dialog";
        }
    }

    /** What the search box finds. */
    public record Found() implements View {
        @Override
        public String template() {
            return "ui/showcase-palette";
        }
    }
}
