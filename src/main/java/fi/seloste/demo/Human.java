package fi.seloste.demo;

import fi.seloste.register.Affiliation;
import fi.seloste.register.Source;
import java.util.Set;

/** A person of the story before the register knows of them. */
record Human(String name, String email, String number, Post post, Source source, String language) {

    record Post(Firm firm, String title, Set<Affiliation.Role> roles) {}
}
