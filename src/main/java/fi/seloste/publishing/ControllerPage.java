package fi.seloste.publishing;

import fi.seloste.notice.Controller;
import fi.seloste.notice.Declaration;
import fi.seloste.ui.Errors;
import fi.seloste.ui.View;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is responsible, whom people may turn to, and which authority watches; {@code values} by the names of the fields. */
public record ControllerPage(Head head, Map<String, String> values, Errors errors) implements View {

    /** The parts of an address that every party has. */
    static final List<String> REACH = List.of("address", "email", "phone", "website");

    static ControllerPage of(Head head, Declaration draft) {
        var values = new LinkedHashMap<String, String>();
        var controller = draft.controller();
        values.put("name", controller.identity().name());
        values.put("businessId", controller.identity().businessId());
        put(values, "", controller.reach());
        for (var kind : Controller.Office.Kind.values()) {
            controller.office(kind).ifPresent(office -> put(values, kind.code() + ".", office.reach()));
        }
        var authority = controller.authority();
        if (authority != null) {
            put(values, "authority.", authority.reach());
        }
        values.put("requestAddress", shown(draft.promises().practices().requestAddress()));
        return new ControllerPage(head, values, Errors.none());
    }

    private static void put(Map<String, String> values, String prefix, Controller.Reach reach) {
        values.put(prefix + "address", shown(reach.address()));
        values.put(prefix + "email", shown(reach.email()));
        values.put(prefix + "phone", shown(reach.phone()));
        values.put(prefix + "website", shown(reach.website()));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public List<String> offices() {
        return Arrays.stream(Controller.Office.Kind.values())
                .map(Controller.Office.Kind::code)
                .toList();
    }

    ControllerPage sent(Sent sent, Errors wrong) {
        return new ControllerPage(head, sent.fields().toSingleValueMap(), wrong);
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 400;
    }
}
