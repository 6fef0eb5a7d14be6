package fi.seloste.register;

import fi.seloste.base.AccountId;
import fi.seloste.base.Actor;
import fi.seloste.base.Ids;
import fi.seloste.base.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to notes, calls, meetings, mails and tasks that employees write down. */
@Component
public class Notebook {

    private final Notes notes;
    private final People people;
    private final PartialRestrictions restricted;
    private final Within within;
    private final Today today;

    Notebook(Notes notes, People people, PartialRestrictions restricted, Within within, Today today) {
        this.notes = notes;
        this.people = people;
        this.restricted = restricted;
        this.within = within;
        this.today = today;
    }

    /** A task with the one it concerns. */
    public record Task(Note note, Party party) {}

    /** A call or a meeting is an act of the person: the end of keeping moves with it. */
    public UUID write(Party party, Note.New note, Actor actor) {
        return write(party, note, null, actor);
    }

    /** A task for somebody else than whoever writes it down. */
    public UUID entrust(Party party, Note.New task, AccountId owner, Actor actor) {
        return write(party, task, owner, actor);
    }

    /** Whether anything is written down of them now: not where notes are only stored (Art. 18). */
    public boolean isOpenTo(Party party) {
        return restricted.isFree(party, PartialRestrictions.NOTES);
    }

    private UUID write(Party party, Note.New note, @Nullable AccountId owner, Actor actor) {
        within.mustChange(party);
        restricted.mustBeFree(party, PartialRestrictions.NOTES);
        var id = Ids.next();
        var by = new By(actor, today.moment(), null);
        if (!notes.add(id, party, note, owner, by)) {
            throw Problem.notFound(party.entity());
        }
        if (note.kind().isActOfPerson() && party.person() != null) {
            people.acted(party.person(), Objects.requireNonNullElse(note.at(), by.at()));
        }
        return id;
    }

    public Note get(UUID id) {
        var held = held(id);
        within.mustSee(held.party());
        return held.note();
    }

    /** The notes behind lines of a timeline. */
    public List<Note> notes(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : notes.of(ids);
    }

    /** Whom a note concerns. */
    public Party partyOf(UUID id) {
        return held(id).party();
    }

    public void change(UUID id, String text, @Nullable LocalDate dueOn, int version) {
        var there = mine(id).note();
        var wanted = new Note.New(there.kind(), text, there.at(), dueOn);
        if (!notes.change(id, wanted.text(), dueOn, version)) {
            throw Stale.problem(List.of(new Both("text", text, there.text())), there.version());
        }
    }

    public void done(UUID id) {
        mine(id);
        notes.done(id, today.moment());
    }

    public void reopen(UUID id) {
        mine(id);
        notes.done(id, null);
    }

    public void pin(UUID id) {
        mine(id);
        notes.pinned(id, today.moment());
    }

    public void unpin(UUID id) {
        mine(id);
        notes.pinned(id, null);
    }

    public void remove(UUID id) {
        mine(id);
        notes.remove(id);
    }

    public List<Note> pinned(Party party) {
        within.mustSee(party);
        return notes.pinnedOf(party);
    }

    public List<Note> openTasks(Party party) {
        within.mustSee(party);
        return notes.openTasksOf(party);
    }

    /** An employee's own open tasks, the most urgent first. */
    public List<Task> openTasks(AccountId account, int limit) {
        return notes.openTasksOf(account, limit).stream()
                .filter(held -> within.sees(held.party()))
                .map(held -> new Task(held.note(), held.party()))
                .toList();
    }

    private Notes.Held mine(UUID id) {
        var held = held(id);
        within.mustChange(held.party());
        return held;
    }

    private Notes.Held held(UUID id) {
        return notes.find(id).orElseThrow(() -> Problem.notFound("note"));
    }
}
