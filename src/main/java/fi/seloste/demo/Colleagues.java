package fi.seloste.demo;

import fi.seloste.base.Actor;
import fi.seloste.demo.Crew.Mate;
import fi.seloste.staff.Permissions;
import fi.seloste.staff.Role;
import fi.seloste.staff.Staff;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the accounts of those who work at the company, each with the permissions of a usual role, and their teams. */
@Component
@Profile("demo")
class Colleagues {

    private static final Actor START = Actor.system("demo");

    private final Staff staff;

    Colleagues(Staff staff) {
        this.staff = staff;
    }

    boolean areThere() {
        return !staff.isEmpty();
    }

    Crew arrive() {
        var crew = new Crew(
                make("Aino Lehtonen", "en", Role.OPERATOR.permissions()),
                make("Tuomas Laine", "fi", Role.SALESPERSON.permissions()),
                make("Oskar Nyman", "sv", Role.SALESPERSON.permissions()),
                make("Jenny Sandberg", "sv", Role.MARKETER.permissions()),
                make("Salla Virtanen", "fi", Role.SUPPORT_AGENT.permissions()),
                make("Sirpa Ruusunen", "fi", Role.PRIVACY_OFFICER.permissions()));
        staff.makeTeam("Sales", List.of(crew.tuomas().id(), crew.oskar().id()), START);
        staff.makeTeam("Support", List.of(crew.salla().id(), crew.aino().id()), START);
        staff.makeTeam("Marketing", List.of(crew.jenny().id()), START);
        return crew;
    }

    private Mate make(String name, String language, Permissions permissions) {
        var email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@halytin.example";
        var newcomer = new Staff.Newcomer(name, email, language, Stage.PLACE.getId());
        return new Mate(staff.make(newcomer, permissions, START), name);
    }
}
