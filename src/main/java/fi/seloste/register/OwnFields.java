package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import fi.seloste.datamap.DataMap;
import fi.seloste.datamap.StandingBits;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The door to fields that this company adds, and to their values, which are checked by the field's kind and kept in the history. A value is written and read where the
 * category of its field lies; what the running purpose may not read of them is not there.
 */
@Component
public class OwnFields {

    private final CustomFields fields;
    private final Changes changes;
    private final PartialRestrictions restricted;
    private final Readable readable;
    private final Evidence evidence;
    private final DataMap map;
    private final Within within;
    private final Today today;

    OwnFields(
            CustomFields fields,
            Changes changes,
            PartialRestrictions restricted,
            Readable readable,
            Evidence evidence,
            DataMap map,
            Within within,
            Today today) {
        this.fields = fields;
        this.changes = changes;
        this.restricted = restricted;
        this.readable = readable;
        this.evidence = evidence;
        this.map = map;
        this.within = within;
        this.today = today;
    }

    public UUID declare(CustomField.New field) {
        var id = Ids.next();
        mustBeRead(Filing.of(field.entity(), field.category()));
        try {
            fields.add(id, field, key(field), today.moment());
        } catch (DuplicateKeyException e) {
            throw taken(field);
        }
        return id;
    }

    private static Problem taken(CustomField.New field) {
        return Problem.invalid("name", "register.customField.taken", field.name());
    }

    /** Never one that was another field's: what names that field would be answered by this one. */
    private String key(CustomField.New field) {
        var stem = field.key();
        var taken = fields.keys(stem);
        int number = 1;
        while (taken.contains(numbered(stem, number))) {
            number++;
        }
        return numbered(stem, number);
    }

    private static String numbered(String stem, int number) {
        return number == 1 ? stem : stem + "-" + number;
    }

    public List<CustomField> of(CustomField.Holder entity) {
        return fields.of(entity);
    }

    public Optional<CustomField> find(UUID id) {
        return fields.find(id);
    }

    public CustomField get(UUID id) {
        return find(id).orElseThrow(() -> Problem.notFound("customField"));
    }

    public Optional<CustomField> byKey(String key) {
        return fields.byKey(key);
    }

    /** What a field was that had this key and is no more. */
    public Optional<CustomField.Retired> retired(String key) {
        return fields.retired(key);
    }

    public void change(UUID id, String name, List<String> choices, int position) {
        var field = get(id);
        var wanted = new CustomField.New(field.entity(), name, field.kind(), field.category(), choices);
        try {
            fields.rename(id, wanted.name(), choices, position);
        } catch (DuplicateKeyException e) {
            throw taken(wanted);
        }
    }

    /** The categories under which a field of these can be filed here: whoever looks after fields must be able to read what is in them. */
    public List<Filing> filings(CustomField.Holder entity) {
        var all = Filing.of(entity);
        var may = readable.of(all.stream().map(Filing::table).toList());
        return all.stream().filter(one -> may.contains(one.table())).toList();
    }

    /** Says of which category a field is. Its values are from then on, and whoever reads that category reads them. What it is already it may stay. */
    public void file(UUID id, String category, Actor actor) {
        var field = get(id);
        if (field.category().equals(category)) {
            return;
        }
        var wanted = Filing.of(field.entity(), category);
        mustBeRead(wanted);
        int bit = map.separable().contains(category) ? StandingBits.ofPart(category) : 0;
        var was = Refusal.translated(() -> fields.file(id, category, bit));
        if (!was.equals(category)) {
            evidence.record(
                    actor, Act.of("own-field-filed").about("own-field", id).with(Map.of("from", was, "to", category)));
        }
    }

    private void mustBeRead(Filing filing) {
        if (!isRead(filing)) {
            throw Problem.invalid("category", "register.customField.unread", filing.category());
        }
    }

    private boolean isRead(Filing filing) {
        return readable.of(List.of(filing.table())).contains(filing.table());
    }

    /** How many people or organisations have a value of the field: what its removal takes away. */
    public int uses(UUID id) {
        return seen(get(id));
    }

    /** How many have one that cannot be read here, because it is only stored (Art. 18) or the notice gives the category to others. */
    public int outOfReach(UUID id) {
        return fields.countAll(id) - uses(id);
    }

    private int seen(CustomField field) {
        return isRead(field.filing()) ? fields.count(field) : 0;
    }

    /** The field and every value of it. What is only stored is not deleted (Art. 18(2)): while there is any, the field stays. */
    public void remove(UUID id) {
        var field = get(id);
        int kept = outOfReach(id);
        if (kept > 0) {
            throw Problem.conflict("register.customField.kept", kept);
        }
        fields.remove(field, seen(field), today.moment());
    }

    /** Every field of the party's kind that may be read here, with the value where there is one. */
    public List<CustomField.Value> values(Party party) {
        within.mustSee(party);
        var tables = Arrays.stream(Filing.values()).map(Filing::table).toList();
        var may = readable.of(tables);
        return fields.values(
                party,
                Arrays.stream(Filing.values())
                        .filter(one -> may.contains(one.table()))
                        .toList());
    }

    /** Whether a value may be set now: not where the category of the field is only stored (Art. 18). */
    public boolean isFree(Party party, CustomField field) {
        return restricted.isFree(party, field.category());
    }

    /** An empty text removes the value. */
    public void set(Party party, UUID id, String written, Actor actor) {
        within.mustChange(party);
        var field = get(id);
        restricted.mustBeFree(party, field.category());
        var value = Optional.of(written)
                .filter(w -> !w.isBlank())
                .map(field::checked)
                .orElse(null);
        var was = fields.value(party, field).orElse(null);
        if (!Objects.equals(was, value)) {
            fields.set(party, field, value, today.moment());
            changes.write(
                    new By(actor, today.moment(), null),
                    new Changes.Entry(party, "custom-value", id, field.name(), was, value));
        }
    }
}
