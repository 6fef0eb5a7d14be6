package fi.seloste.notice;

import fi.seloste.staff.ControllerNamed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the controller whom somebody named into a declaration, and takes out what was true of the one before only. */
record ControllerWriting(ControllerNamed controller, LocalDate today) {

    String in(String declaration) {
        var sheet = Sheet.of(declaration);
        var before = DeclarationReader.read("notice", declaration.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .declaration()
                .controller()
                .identity()
                .name();
        sheet.rename(before, controller.name())
                .set(controller.name(), "controller", "name")
                .set(controller.address(), "controller", "address")
                .setOrRemove(controller.businessId(), "controller", "businessId")
                .remove("controller", "email")
                .remove("controller", "phone")
                .remove("controller", "website")
                .set(List.of(office()), "controller", "contacts")
                .set(controller.privacyContact(), "practices", "requestAddress");
        for (var language : List.of("fi", "sv", "en")) {
            sheet.set(controller.name(), "controller", "business", language);
        }
        return sheet.set(today.toString(), "heading", "prepared")
                .set(today.toString(), "heading", "updated")
                .set(today.toString(), "heading", "attested", "on")
                .text();
    }

    private Map<String, Object> office() {
        var office = new LinkedHashMap<String, Object>();
        office.put("kind", Controller.Office.Kind.PRIVACY.code());
        office.put("name", Map.of("fi", "Tietosuoja-asiat", "sv", "Dataskyddsärenden", "en", "Privacy matters"));
        office.put(reach(), controller.privacyContact());
        return office;
    }

    /** The set-up asks for one contact, whatever it is. */
    private String reach() {
        var given = controller.privacyContact();
        return given.contains("@") ? "email" : given.matches("[+0-9 ()-]+") ? "phone" : "address";
    }
}
