package fi.seloste.notice;

import fi.seloste.base.Actor;
import fi.seloste.evidence.Act;
import fi.seloste.evidence.Evidence;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a declaration into force by writing it down as the next version, in the running transaction and with its evidence. */
@Component
public class Press {

    private final Versions versions;
    private final Notice notice;
    private final Evidence evidence;
    private final Clock clock;
    private final ZoneId place;

    Press(
            Versions versions,
            Notice notice,
            Evidence evidence,
            Clock clock,
            @Value("${seloste.zone:Europe/Helsinki}") ZoneId place) {
        this.versions = versions;
        this.notice = notice;
        this.evidence = evidence;
        this.clock = clock;
        this.place = place;
    }

    /** One publishes at a time: what is looked at after this is still so when it is printed. */
    public void reserve() {
        versions.lock();
        notice.changed();
    }

    /** Whoever calls this runs as owner, or as technical where grants cannot change; gives back the number. */
    public int print(String text, Declaration declaration, String note, Actor actor) {
        reserve();
        var amendments = amendments(declaration);
        var next = new Edition.Next(
                text,
                declaration,
                note,
                amendments.stream().anyMatch(Amendment::material),
                Lint.of(declaration).size());
        var published = new Version.Published(clock.instant(), today(), actor.kind(), actor.id());
        int number = versions.add(next, published);
        evidence.record(
                actor,
                Act.of("notice-published")
                        .with(Map.of(
                                "number",
                                number,
                                "sha256",
                                NoticeJson.sha256(declaration),
                                "changes",
                                amendments.size(),
                                "material",
                                next.material(),
                                "note",
                                note)));
        notice.changed();
        return number;
    }

    /** A declaration that is published says so, and whoever publishes it vouches on that day for what no program can keep. */
    public String dated(String text) {
        return Sheet.of(text)
                .set(today().toString(), "heading", "updated")
                .set(today().toString(), "heading", "attested", "on")
                .text();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), place);
    }

    /** The first version changes nothing: there was none before it. */
    private List<Amendment> amendments(Declaration declaration) {
        return notice.version().isEmpty() ? List.of() : Diff.between(notice.inForce(), declaration);
    }
}
