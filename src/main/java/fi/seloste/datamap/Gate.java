package fi.seloste.datamap;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stands before the open house: no request is served by a database that keeps what nobody declared, or grants what the notice does not say. */
@Component
class Gate implements SmartInitializingSingleton {

    private final SchemaCheck check;
    private final Compiler compiler;
    private final Declared declared;

    Gate(SchemaCheck check, Compiler compiler, Declared declared) {
        this.check = check;
        this.compiler = compiler;
        this.declared = declared;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var findings = check.findings();
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "The database and the data maps do not agree:\n  " + String.join("\n  ", findings));
        }
        compiler.compile(declared);
    }
}
