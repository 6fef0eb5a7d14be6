package fi.seloste.demo;

import fi.seloste.imports.Imports;
import fi.seloste.imports.Sourcing;
import fi.seloste.register.Source;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A list that the company bought and has not taken in: in its preview stand a banned, an erased and a restricted person. */
@Component
@Profile("demo")
class Bought implements Chapter {

    private final Imports imports;

    Bought(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void lay(Stage stage) {
        var list = new Imports.File(
                "preparedness-contacts.csv", () -> new ByteArrayInputStream(Script.bytes("bought-list.csv")));
        var from = new Sourcing(
                Source.BOUGHT_LIST, "Kohderyhmät Oy, list of " + stage.today().minusDays(6));
        stage.apart(
                stage.daysAgo(1),
                () -> imports.bring(list, from, Map.of(), stage.crew.tuomas().actor()));
    }
}
