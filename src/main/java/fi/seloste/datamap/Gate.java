package fi.seloste.datamap;

import fi.seloste.installation.DataFolder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stands before the open house: no request is served by a database that keeps what nobody declared, or grants what the notice does not say. */
@Component
class Gate implements SmartInitializingSingleton {

    private final SchemaCheck check;
    private final Compiler compiler;
    private final Declared declared;
    private final DataFolder folder;

    Gate(SchemaCheck check, Compiler compiler, Declared declared, DataFolder folder) {
        this.check = check;
        this.compiler = compiler;
        this.declared = declared;
        this.folder = folder;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (folder.isVisited()) {
            return;
        }
        var findings = check.findings();
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "The database and the data maps do not agree:\n  " + String.join("\n  ", findings));
        }
        compiler.compile(declared);
    }
}
