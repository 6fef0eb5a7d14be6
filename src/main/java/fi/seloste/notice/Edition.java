package fi.seloste.notice;

import java.util.Optional;
import java.util.UUID;

/** A version together with what it declares. Before anything is published it is what ships with the product. */
public record Edition(Optional<Version> version, Declaration declaration) {

    /** What is about to be published: the text as written, what it declares, and what was found about it. */
    record Next(String text, Declaration declaration, String note, boolean material, int findings) {}

    static Edition shipped() {
        return new Edition(Optional.empty(), DeclarationReader.shipped("default"));
    }

    boolean is(Optional<UUID> id) {
        return version.map(Version::id).equals(id);
    }
}
