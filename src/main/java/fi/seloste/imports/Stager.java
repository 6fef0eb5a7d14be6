package fi.seloste.imports;

import fi.seloste.base.Folded;
import fi.seloste.intake.Draft;
import fi.seloste.intake.Joined;
import fi.seloste.register.PersonName;
import fi.seloste.register.SearchWords;
import fi.seloste.suppression.Fingerprints;
import java.net.IDN;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows for the staging tables of drafts; safe in several threads. */
final class Stager {

    static final String ROW = """
            copy imports.row (import_id, line, lines, is_person, named, own_id, name, given_name, family_name, sort_name, search_words, job_title,
                              department, language, owner, external_id, created_on, note, roles, tags, extras, ban, banned, ban_since, bounced,
                              point_ids, kinds, usages, labels, reaches, stricts, canonicals, older, key_version, firm) from stdin (format binary)""";
    static final String FIRM = """
            copy imports.firm_part (import_id, line, name, business_id, vat_id, website, domain, segment, einvoice_address, einvoice_operator,
                                    name_folded, own_id, firm) from stdin (format binary)""";
    private static final int ROW_COLUMNS = 35;
    private static final int FIRM_COLUMNS = 13;
    /** A page on somebody else's site says nothing of whose domain it is. */
    private static final Pattern OWN_SITE = Pattern.compile("https?://(?:www\\.)?([^/?#:]+)/?");

    private static final JsonMapper JSON = new JsonMapper();

    private final ImportId id;
    private final Fingerprints fingerprints;
    private final Numbering numbering = new Numbering();

    Stager(ImportId id, Fingerprints fingerprints) {
        this.id = id;
        this.fingerprints = fingerprints;
    }

    Staged stage(Draft draft) {
        if (draft.isRefused()) {
            return new Staged(null, new long[0], null, draft.faults());
        }
        var keys = Joined.keys(draft).stream().mapToLong(Seen::hash).toArray();
        var firm = draft.firm().isEmpty() ? null : firm(draft);
        return new Staged(row(draft), keys, firm, draft.faults());
    }

    private byte[] row(Draft draft) {
        var who = draft.who();
        var extras = draft.extras();
        var name = name(draft);
        var points = Points.of(draft.isPerson() ? who.reach() : draft.firm().reach(), fingerprints);
        var ban = draft.isPerson() && who.marketing().isBanned();
        var row = new CopyRow(ROW_COLUMNS).add(id.value()).add(draft.line());
        lines(row, draft);
        row.add(draft.isPerson()).add(!who.name().isEmpty()).add(numbering.next());
        row.add(name.shown()).maybe(name.given()).maybe(name.family()).add(name.sorted());
        row.add(SearchWords.ofPerson(name, points.values(), firmNames(draft)));
        row.maybe(who.work().jobTitle()).maybe(who.work().department()).maybe(extras.language());
        row.maybe(extras.origin().owner())
                .maybe(extras.origin().externalId())
                .maybe(extras.origin().createdOn());
        row.maybe(extras.note())
                .maybeTexts(who.work().roles())
                .maybeTexts(extras.tags())
                .json(more(draft));
        row.add(ban).add(ban).maybe(who.marketing().since()).add(who.marketing().bounced());
        points.put(row, numbering);
        row.add(fingerprints.keyVersion());
        return row.toBytes();
    }

    private static void lines(CopyRow row, Draft draft) {
        if (draft.lines().size() == 1) {
            row.none();
        } else {
            row.numbers(draft.lines());
        }
    }

    private static PersonName name(Draft draft) {
        var name = draft.who().name();
        return draft.isPerson() && !name.isEmpty()
                ? new PersonName(name.full(), absent(name.given()), absent(name.family()))
                : new PersonName(draft.displayName(), null, null);
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> firmNames(Draft draft) {
        var name = draft.firm().name();
        return name.isEmpty() ? List.of() : List.of(name);
    }

    private static byte @Nullable [] more(Draft draft) {
        var reach = draft.isPerson() ? draft.who().reach() : draft.firm().reach();
        var more = new LinkedHashMap<String, Object>();
        if (!draft.extras().custom().isEmpty()) {
            more.put("custom", draft.extras().custom());
        }
        if (!reach.addresses().isEmpty()) {
            more.put(
                    "addresses", reach.addresses().stream().map(Stager::address).toList());
        }
        return more.isEmpty() ? null : JSON.writeValueAsBytes(more);
    }

    private static Map<String, String> address(fi.seloste.intake.Reach.PostalAddress address) {
        return Map.of(
                "label", address.label(),
                "street", address.street(),
                "postal_code", address.postalCode(),
                "city", address.city(),
                "country", address.country().isEmpty() ? "FI" : address.country());
    }

    private Staged.FirmPart firm(Draft draft) {
        var firm = draft.firm();
        var id = firm.businessId() == null ? "" : firm.businessId().value();
        var vat = firm.vatId() == null ? "" : firm.vatId().value();
        var details = firm.details();
        var row = new CopyRow(FIRM_COLUMNS).add(this.id.value()).add(draft.line());
        row.maybe(firm.name()).maybe(id).maybe(vat).maybe(details.website()).maybe(domain(details.website()));
        row.maybe(details.segment()).maybe(details.einvoiceAddress()).maybe(details.einvoiceOperator());
        row.maybe(Folded.of(firm.name())).add(numbering.next());
        return new Staged.FirmPart(Firms.Keys.of(firm), row.toBytes());
    }

    private static @Nullable String domain(String website) {
        var site = OWN_SITE.matcher(website);
        try {
            return site.matches() ? IDN.toASCII(site.group(1).toLowerCase(java.util.Locale.ROOT)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The number of the row's organisation, which is the last column of both tables. */
    static byte[] number(int firm) {
        return firm == Firms.NONE
                ? new byte[] {-1, -1, -1, -1}
                : new byte[] {0, 0, 0, 4, (byte) (firm >>> 24), (byte) (firm >>> 16), (byte) (firm >>> 8), (byte) firm};
    }
}
