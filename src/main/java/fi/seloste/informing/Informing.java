package fi.seloste.informing;

import fi.seloste.base.Actor;
import fi.seloste.base.Length;
import fi.seloste.base.Paged;
import fi.seloste.base.Paging;
import fi.seloste.base.PersonId;
import fi.seloste.base.Problem;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import fi.seloste.register.Register;
import fi.seloste.register.Untold;
import fi.seloste.store.As;
import fi.seloste.store.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to Art. 14: who has still to be told, and the telling. Restricted people are only stored (Art. 18(2)) and are told when the
 * restriction ends. Nothing here is marketing, so a ban does not stop it.
 */
@Component
public class Informing {

    private final Register register;
    private final Tellings tellings;
    private final InformingLetter letter;
    private final Evidence evidence;

    Informing(Register register, Tellings tellings, InformingLetter letter, Evidence evidence) {
        this.register = register;
        this.tellings = tellings;
        this.letter = letter;
        this.evidence = evidence;
    }

    /** Who is to be told by this day, soonest first; a look at them is a consultation. */
    @As(Purpose.RIGHTS)
    public List<Untold> due(LocalDate until, int limit, Actor actor) {
        var due = register.toBeTold(until, limit);
        evidence.consulted(
                actor, Evidence.How.LIST, due.stream().map(Untold::id).toList());
        return due;
    }

    /** A part of all who are to be told, soonest first. */
    @As(Purpose.RIGHTS)
    public Paged<Untold> due(Paging asked, Actor actor) {
        var due = register.toBeTold(asked);
        evidence.consulted(
                actor, Evidence.How.LIST, due.items().stream().map(Untold::id).toList());
        return due;
    }

    /** Writes to so many of those who are to be told by this day and have an address; answers how many that were. */
    @As(Purpose.RIGHTS)
    public int writeDue(LocalDate until, int limit, Actor actor) {
        return write(register.toBeWritten(until, limit), actor);
    }

    /** One of them; somebody who has been told is not found here. */
    @As(Purpose.RIGHTS)
    public Untold find(PersonId person) {
        return register.toBeTold(List.of(person)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("informing.nothingToTell"));
    }

    /** How many there are, and by when the first of them is to be told. */
    @As(Purpose.RIGHTS)
    public Register.UntoldCount count(LocalDate until) {
        return register.untold(until);
    }

    /** Writes to everybody of these who has an address and has not been told meanwhile; answers how many that were. */
    @As(Purpose.RIGHTS)
    public int write(List<PersonId> people, Actor actor) {
        var told = 0;
        for (var one : register.toBeTold(people)) {
            if (one.email() != null) {
                letter.send(one);
                record(one.id(), How.LETTER, null, actor);
                told++;
            }
        }
        return told;
    }

    /** Somebody was told in another way, or need not be; a note says how or why. */
    @As(Purpose.RIGHTS)
    public void note(PersonId person, How how, String note, Actor actor) {
        if (how == How.LETTER) {
            throw Problem.invalid("how", "informing.how.letter");
        }
        if (note.isBlank()) {
            throw Problem.invalid("note", "informing.note.missing");
        }
        Length.TEXT.checked("note", note);
        if (register.toBeTold(List.of(person)).isEmpty()) {
            throw Problem.conflict("informing.nothingToTell");
        }
        record(person, how, note.strip(), actor);
    }

    private void record(PersonId person, How how, @Nullable String note, Actor actor) {
        tellings.add(person, how, note, how == How.LETTER ? letter.noticePrint() : null, actor);
        register.told(person, how.opensMarketing(), actor);
        evidence.record(actor, Act.of("informed").on(person).with(Map.of("how", how.code())));
    }
}
