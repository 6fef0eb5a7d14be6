package fi.seloste;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindJdkTest {

    // Newer than any JDK on the machine, so that only the ones made here will do.
    private static final String LEAST = "99";

    @TempDir
    Path home;

    @Test
    void it_takes_java_home_when_new_enough() throws Exception {
        Path jdk = jdk("somewhere/jdk-99", "99.0.1", true);
        assertThat(found(jdk)).isEqualTo(jdk.toString());
    }

    @Test
    void it_passes_over_an_old_java_home_and_a_mere_runtime() throws Exception {
        Path old = jdk("somewhere/jdk-17", "17.0.15", true);
        jdk(".jdks/jre-99", "99", false);
        Path right = jdk(".sdkman/candidates/java/99-tem", "99", true);
        assertThat(found(old)).isEqualTo(right.toString());
    }

    @Test
    void it_says_what_to_install_where_there_is_none() throws Exception {
        assertThat(found(home)).contains("needs a JDK 99").contains("temurin-99-jdk");
    }

    private String found(Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "bin/find-jdk", LEAST).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        process.waitFor();
        return said;
    }

    private Path jdk(String place, String version, boolean compiler) throws IOException {
        Path jdk = home.resolve(place);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Example\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"));
        if (compiler) {
            program(jdk.resolve("bin/javac"));
        }
        return jdk;
    }

    private static void program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
