package fi.seloste.senders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges the records of a sender's domain by what DNS answers. */
final class DomainLook {

    private final Sender sender;
    private final Answers answers;
    private final Instant at;

    DomainLook(Sender sender, Answers answers, Instant at) {
        this.sender = sender;
        this.answers = answers;
        this.at = at;
    }

    List<Finding> look() {
        return List.of(looked(Finding.Kind.SPF), looked(Finding.Kind.DKIM), looked(Finding.Kind.DMARC));
    }

    /** A server that is silent for once changes no verdict: what it said before holds, as of then. */
    private Finding looked(Finding.Kind kind) {
        try {
            return switch (kind) {
                case SPF -> spf(answers.texts(DomainRecord.spfName(sender.domain())));
                case DKIM -> dkim(answers.texts(DomainRecord.dkimName(sender.domain())));
                case DMARC -> dmarc();
            };
        } catch (Answers.Silence e) {
            return sender.findings().stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElse(new Finding(kind, false, "silent", null, at));
        }
    }

    private Finding spf(List<String> texts) {
        var records = beginning(texts, "v=spf1");
        if (records.size() != 1) {
            return found(Finding.Kind.SPF, records.isEmpty() ? "missing" : "several", records);
        }
        var terms = Arrays.asList(records.getFirst().toLowerCase(Locale.ROOT).split("\\s+"));
        var wanted = Objects.requireNonNullElse(sender.domain().spf(), "").replaceFirst("^[+]", "");
        boolean allowsAny = terms.stream()
                .skip(1)
                .anyMatch(term -> !term.matches("[-~?].*|(exp=|redirect=).*") || term.startsWith("redirect="));
        boolean named = wanted.isEmpty()
                ? allowsAny
                : terms.stream().anyMatch(term -> term.replaceFirst("^[+]", "").equals(wanted));
        boolean open = terms.contains("all") || terms.contains("+all");
        return found(Finding.Kind.SPF, open ? "open" : named ? null : "unnamed", records);
    }

    private Finding dkim(List<String> texts) {
        var records = texts.stream()
                .filter(text -> !tag(text, "p").isEmpty() || text.matches("(?s).*\\bp\\s*=.*"))
                .toList();
        if (records.isEmpty()) {
            return found(Finding.Kind.DKIM, "missing", records);
        }
        if (records.size() > 1) {
            return found(Finding.Kind.DKIM, "several", records);
        }
        var key = tag(records.getFirst(), "p");
        var wrong = key.isEmpty() ? "revoked" : key.equals(sender.publicKey()) ? null : "other";
        return found(Finding.Kind.DKIM, wrong, records);
    }

    /** Of the domain, else of the nearest one above it that says anything. */
    private Finding dmarc() throws Answers.Silence {
        var labels = new ArrayList<>(Arrays.asList(sender.domain().name().split("\\.")));
        for (; labels.size() > 1; labels.removeFirst()) {
            var records = beginning(answers.texts("_dmarc." + String.join(".", labels)), "v=dmarc1");
            if (!records.isEmpty()) {
                boolean says = tag(records.getFirst(), "p").matches("(?i)none|quarantine|reject");
                return found(Finding.Kind.DMARC, records.size() > 1 ? "several" : says ? null : "odd", records);
            }
        }
        return found(Finding.Kind.DMARC, "missing", List.of());
    }

    private Finding found(Finding.Kind kind, @Nullable String wrong, List<String> records) {
        var answer = records.isEmpty() ? null : shortened(String.join("\n", records));
        return new Finding(kind, wrong == null, wrong == null ? "right" : wrong, answer, at);
    }

    private static String shortened(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}&&[^\n]]", "?");
        return plain.length() > 1_000 ? plain.substring(0, 1_000) + "…" : plain;
    }

    private static List<String> beginning(List<String> texts, String how) {
        return texts.stream()
                .filter(text -> text.strip().toLowerCase(Locale.ROOT).matches(how + "([\\s;].*)?"))
                .toList();
    }

    private static String tag(String record, String name) {
        return Arrays.stream(record.split(";"))
                .map(String::strip)
                .filter(one -> one.matches("(?si)" + name + "\\s*=.*"))
                .map(one -> one.substring(one.indexOf('=') + 1).replaceAll("\\s", ""))
                .findFirst()
                .orElse("");
    }
}
