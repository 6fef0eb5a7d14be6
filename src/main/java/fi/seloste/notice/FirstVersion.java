package fi.seloste.notice;

import fi.seloste.base.Actor;
import fi.seloste.installation.Settings;
import fi.seloste.staff.ControllerNamed;
import fi.seloste.store.KeptSettings;
import fi.seloste.store.Purpose;
import fi.seloste.store.Purposes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Version 1: what ships with the product, in the name of the controller whom the set-up names. It grants what the shipped one grants,
 * so it needs no compiling. Until the set-up nothing is published.
 */
@Component
class FirstVersion implements SmartInitializingSingleton {

    private static final Actor HOUSE = Actor.system("first-version");

    private final Notice notice;
    private final Press press;
    private final Purposes purposes;
    private final KeptSettings kept;
    private final boolean demo;

    FirstVersion(Notice notice, Press press, Purposes purposes, KeptSettings kept, Settings settings) {
        this.notice = notice;
        this.press = press;
        this.purposes = purposes;
        this.kept = kept;
        this.demo = settings.demo();
    }

    /** The demonstration's company is the one of the shipped notice; a house set up before there were versions gets its first. */
    @Override
    public void afterSingletonsInstantiated() {
        purposes.as(Purpose.OWNER, () -> {
            if (notice.version().isEmpty()) {
                named().ifPresentOrElse(this::publish, this::publishShipped);
            }
        });
    }

    /** In the transaction of the set-up; a controller who is named anew later gets the next version. */
    @EventListener
    void named(ControllerNamed controller) {
        publish(controller);
    }

    private void publish(ControllerNamed controller) {
        var written = new ControllerWriting(controller, press.today()).in(notice.text());
        press.print(written, read(written), "", controller.by());
    }

    private void publishShipped() {
        if (demo) {
            var text = DeclarationReader.shippedText();
            press.print(text, read(text), "", HOUSE);
        }
    }

    private Optional<ControllerNamed> named() {
        return kept.find("controller.name")
                .map(name -> new ControllerNamed(
                        name,
                        kept.find("controller.business-id").orElse(""),
                        kept.find("controller.address").orElse(""),
                        kept.find("controller.privacy-contact").orElse(""),
                        kept.find("controller.language").orElse("fi"),
                        HOUSE));
    }

    private static Declaration read(String text) {
        return DeclarationReader.read("default.yaml", text.getBytes(StandardCharsets.UTF_8))
                .declaration();
    }
}
