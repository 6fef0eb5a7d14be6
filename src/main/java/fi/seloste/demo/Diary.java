package fi.seloste.demo;

import fi.seloste.register.Note;
import fi.seloste.register.Notebook;
import fi.seloste.register.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the company's people wrote down after calls and meetings, and what they still have to do. */
@Component
@Profile("demo")
class Diary {

    private static final int MOST = 6;

    private final Notebook notebook;
    private final List<List<String>> customers;
    private final List<List<String>> prospects;

    Diary(Notebook notebook) {
        this.notebook = notebook;
        var notes = Script.lines("notes.txt");
        this.customers =
                notes.stream().filter(n -> !n.get(1).equals("prospect")).toList();
        this.prospects =
                notes.stream().filter(n -> !n.get(1).equals("customer")).toList();
    }

    /** By chance, more of those who have a role, since somebody had come into the register. */
    void of(Human human, Instant came, int since, Stage stage) {
        var chance = stage.chance;
        boolean matters = !human.post().roles().isEmpty();
        int many = matters ? chance.between(1, MOST) : chance.between(0, 2);
        for (int i = 0; i < many; i++) {
            var note = chance.of(human.post().firm().isProspect() ? prospects : customers);
            var text = note.get(2).replace("{n}", String.valueOf(chance.between(2, 12) * 10));
            int daysAgo = chance.between(0, since - 1);
            entry(human, Note.Kind.of(note.get(0)), text, stage.daysAgo(daysAgo, came), stage);
        }
    }

    private void entry(Human human, Note.Kind kind, String text, Instant at, Stage stage) {
        var writer = kind == Note.Kind.CALL && stage.chance.oneIn(3)
                ? stage.crew.salla()
                : human.post().firm().owner(stage.crew);
        var due = kind == Note.Kind.TASK ? due(stage.dayOf(at), stage) : null;
        stage.customer(at, () -> {
            var id = write(Party.of(stage.person(human.email())), new Note.New(kind, text, at, due), writer);
            if (due != null && due.isBefore(stage.today())) {
                notebook.done(id);
            }
        });
    }

    /** Old tasks were done, those of the last weeks wait. */
    private static LocalDate due(LocalDate written, Stage stage) {
        return written.isBefore(stage.today().minusDays(30))
                ? written.plusDays(7)
                : stage.today().plusDays(stage.chance.between(0, 14));
    }

    UUID write(Party party, Note.New note, Crew.Mate writer) {
        return notebook.write(party, note, writer.actor());
    }
}
