package fi.seloste.demo;

import fi.seloste.register.ViewShelf;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lists that somebody named. */
@Component
@Profile("demo")
class Shelves implements Chapter {

    private final ViewShelf shelf;

    Shelves(ViewShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public void lay(Stage stage) {
        var crew = stage.crew;
        view(stage, "person", "Main users", "role=main-user", true, crew.salla());
        view(stage, "person", "Not yet informed (Art. 14)", "uninformed=true&sort=changed", true, crew.sirpa());
        view(stage, "person", "No marketing", "banned=true", true, crew.sirpa());
        view(stage, "person", "Pilot 2026", "tag=pilot+2026", true, crew.tuomas());
        view(stage, "person", "Swedish-speaking", "language=sv", false, crew.oskar());
        view(stage, "person", "Mine", "owner=" + crew.tuomas().id(), false, crew.tuomas());
        view(stage, "organisation", "Energy", "tag=energy", true, crew.tuomas());
        view(stage, "organisation", "Customers", "tag=customer", true, crew.aino());
    }

    private void view(Stage stage, String entity, String name, String query, boolean shared, Crew.Mate owner) {
        stage.apart(stage.daysAgo(90), () -> shelf.save(new ViewShelf.New(entity, name, query, shared), owner.id()));
    }
}
