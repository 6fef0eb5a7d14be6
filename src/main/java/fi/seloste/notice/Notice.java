package fi.seloste.notice;

import org.springframework.stereotype.Component;

/** The door to the notice: the declaration that access, retention and every published text come from. */
@Component
public class Notice {

    private final Declaration inForce = DeclarationReader.shipped("default");

    public Declaration inForce() {
        return inForce;
    }
}
