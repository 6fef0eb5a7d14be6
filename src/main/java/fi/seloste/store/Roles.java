package fi.seloste.store;

import org.springframework.stereotype.Component;

/**
 * Names of the database roles. Roles belong to the whole PostgreSQL cluster, so they carry a prefix that this database keeps since
 * its creation: two installations in one cluster do not meet.
 */
@Component
public class Roles {

    private final Database database;

    Roles(Database database) {
        this.database = database;
    }

    public String of(Purpose purpose) {
        return database.rolePrefix() + "_" + purpose.code();
    }

    public String of(Login login) {
        return login == Login.OWNER ? database.ownerName() : database.rolePrefix() + "_login_" + login.code();
    }
}
