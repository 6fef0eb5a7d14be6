package fi.seloste.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Made-up people by their number, the same at every run: four to an organisation, every third with a tag. */
final class Crowd {

    private static final String[] GIVEN = {
        "Ada", "Boris", "Chen", "Päivi", "Åsa", "Jörgen", "Tuomas", "Salla", "Maija", "Ludwig", "Eero", "Ilona",
        "Kerttu", "Mikael", "Noora", "Oskar", "Pirkko"
    };
    private static final String[] FAMILY = {
        "Koski", "Lind", "Mäke", "Virta", "Laine", "Niemi", "Saari", "Heikki", "Öber", "Nyströ", "Salo", "Harju",
        "Vuori"
    };
    private static final String[] SYLLABLE = {
        "nen", "qvist", "lä", "nieminen", "la", "maa", "berg", "ranta", "järvi", "vuori", "mäki", "oja", "luoto"
    };
    private static final String[] TITLE = {
        "Hankintapäällikkö", "Turvallisuuspäällikkö", "Toimitusjohtaja", "Vuoropäällikkö", "IT-asiantuntija"
    };

    private Crowd() {}

    static String email(int i) {
        return "etunimi.sukunimi%d@%s".formatted(i, domain(i));
    }

    static String name(int i) {
        return GIVEN[i % GIVEN.length] + " " + family(i);
    }

    static String family(int i) {
        int rest = i / GIVEN.length;
        return FAMILY[rest % FAMILY.length]
                + SYLLABLE[rest / FAMILY.length % SYLLABLE.length]
                + (rest / 2197 % 11 == 0 ? "" : SYLLABLE[rest / 169 % SYLLABLE.length]);
    }

    private static String domain(int i) {
        return "yritys%d.example".formatted(i / 4);
    }

    /** What is typed into a search box on the way to a name: two to five letters, then a given name and the beginning of a family name. */
    static String typed(int i) {
        var family = family(Math.abs(i) * 31 + 7);
        return switch (Math.abs(i) % 3) {
            case 0 -> family.substring(0, Math.min(4, family.length()));
            case 1 -> family;
            default -> GIVEN[Math.abs(i) % GIVEN.length] + " " + family.substring(0, Math.min(5, family.length()));
        };
    }

    static Path write(int people, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Nimi;Sähköposti;Puhelin;Yritys;Tehtävänimike;Tunnisteet\n");
            for (int i = 0; i < people; i++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s;%s;+358 49 %07d;Yritys %d Oy;%s;%s%n",
                        name(i),
                        email(i),
                        i % 10_000_000,
                        i / 4,
                        TITLE[i % TITLE.length],
                        i % 3 == 0 ? "messut" : ""));
            }
        }
        return file;
    }
}
