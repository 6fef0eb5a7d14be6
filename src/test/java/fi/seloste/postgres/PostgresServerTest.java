package fi.seloste.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import fi.seloste.installation.Access;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.NEVER)
    Path folder;

    @Test
    void it_starts_on_an_empty_folder_and_again_on_the_same_port() throws Exception {
        for (RunAs as : new RunAs[] {RunAs.probed(), RunAs.ANOTHER, RunAs.probed()}) {
            long t0 = System.nanoTime();
            try (PostgresServer server = PostgresServer.start(folder, Tuning.PRODUCTION, as)) {
                long t1 = System.nanoTime();
                Access access = server.database("seloste");
                try (var c = DriverManager.getConnection(access.url(), access.user(), access.password());
                        var s = c.createStatement();
                        var r = s.executeQuery("select version(), current_user, extensions.similarity('a','b')")) {
                    assertThat(r.next()).isTrue();
                    System.out.println(r.getString(1) + r.getString(2));
                }
                long t2 = System.nanoTime();
                System.out.println(as + " " + (t1 - t0) / 1000000 + " " + (t2 - t1) / 1000000);
            }
            System.out.println("stopped " + (System.nanoTime() - t0) / 1000000);
        }
    }
}
