package fi.seloste.register;

import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The door to fields that this company adds, and to their values, which are checked by the field's kind and kept in the history. */
@Component
public class OwnFields {

    private final CustomFields fields;
    private final Changes changes;
    private final PartialRestrictions restricted;
    private final Within within;
    private final Today today;

    OwnFields(CustomFields fields, Changes changes, PartialRestrictions restricted, Within within, Today today) {
        this.fields = fields;
        this.changes = changes;
        this.restricted = restricted;
        this.within = within;
        this.today = today;
    }

    public UUID declare(CustomField.New field) {
        var id = Ids.next();
        try {
            fields.add(id, field, today.moment());
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("register.customField.taken", field.name());
        }
        return id;
    }

    public List<CustomField> of(CustomField.Holder entity) {
        return fields.of(entity);
    }

    public CustomField get(UUID id) {
        return fields.find(id).orElseThrow(() -> Problem.notFound("customField"));
    }

    public void change(UUID id, String name, List<String> choices, int position) {
        var field = get(id);
        var wanted = new CustomField.New(field.entity(), name, field.kind(), field.category(), choices);
        fields.rename(id, wanted.name(), choices, position);
    }

    /** How many people or organisations have a value of the field: what its removal takes away. */
    public int uses(UUID id) {
        return fields.count(id);
    }

    /** The field and every value of it. */
    public void remove(UUID id) {
        get(id);
        fields.remove(id);
    }

    /** Every field of the party's kind, with the value where there is one. */
    public List<CustomField.Value> values(Party party) {
        within.mustSee(party);
        return fields.values(party);
    }

    /** An empty text removes the value. */
    public void set(Party party, UUID id, String written, Actor actor) {
        within.mustChange(party);
        restricted.mustBeFree(party, PartialRestrictions.NOTES);
        var field = get(id);
        var value = Optional.of(written)
                .filter(w -> !w.isBlank())
                .map(field::checked)
                .orElse(null);
        var was = fields.value(party, id).orElse(null);
        if (!java.util.Objects.equals(was, value)) {
            fields.set(party, id, value, today.moment());
            changes.write(
                    new By(actor, today.moment(), null),
                    new Changes.Entry(party, "custom-value", id, field.name(), was, value));
        }
    }
}
