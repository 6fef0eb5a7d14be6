package fi.seloste.marketing;

import fi.seloste.store.Parcel;
import fi.seloste.store.Stencil;
import java.util.Objects;

/** A campaign's words in one language as they leave: cut where they are each reader's own, and the rest made ready for the wire. */
record Print(String subject, Part html, Part text) {

    record Part(Cut cut, Stencil stencil) {

        Part(Cut cut) {
            this(cut, Stencil.of(cut.pieces()));
        }

        Stencil.Filled to(Cut.Addressee who) {
            return stencil.with(cut.own(who));
        }
    }

    static Print of(Rendering.Template template, OwnLinks links) {
        return new Print(
                template.subject(),
                new Part(links.in(followed(template.inHtml()))),
                new Part(links.in(followed(template.inText()))));
    }

    private static Cut followed(Cut words) {
        return words.at(Following.PLACE, found -> {
            int place = Integer.parseInt(found.group(1));
            return who -> Objects.requireNonNull(who.marked()).address(place);
        });
    }

    /** With the subject that the message was laid into the queue with, where it is known. */
    Parcel.Words to(Cut.Addressee who) {
        var said = who.marked() == null ? subject : who.marked().subject();
        return new Parcel.Words(Rendering.ofSubject(said).filled(who), text.to(who), html.to(who));
    }
}
