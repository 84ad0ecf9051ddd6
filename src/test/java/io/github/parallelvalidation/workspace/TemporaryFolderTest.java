package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed process leaves in the place for temporary files.
class TemporaryFolderTest {
    private static final int MANY = 2_000;

    @TempDir
    private Path folder;

    private final List<Process> others = new ArrayList<>();

    /// A process that has a temporary folder with bars in it, until its input ends.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (TemporaryFolder folder = TemporaryFolder.create()) {
                Files.writeString(folder.folder().resolve("bars.csv"), "bars");
                System.out.println(folder.folder());
                System.out.flush();
                System.in.read();
            }
        }
    }

    /// Uses one folder after another, and says how many it could.
    static final class Users {
        private Users() {}

        public static void main(String[] arguments) throws IOException {
            int used = 0;
            for (int i = 0; i < MANY; i++) {
                try (TemporaryFolder folder = TemporaryFolder.create()) {
                    Files.writeString(folder.folder().resolve("bars.csv"), "bars");
                    Files.createDirectory(folder.folder().resolve("more"));
                    used++;
                }
            }
            System.out.println(used);
        }
    }

    /// Cleans up again and again.
    static final class Cleaner {
        private Cleaner() {}

        public static void main(String[] arguments) throws IOException {
            System.out.println("begun");
            System.out.flush();
            while (System.in.available() == 0) {
                TemporaryFolder.removeAbandoned();
            }
        }
    }

    @BeforeEach
    void someoneWithAName() {
        Needs.that(!System.getProperty("user.name").equals("?"), "this user has no name");
    }

    /// Starts a process and returns the first line it says. These have a place of their own for what is temporary: any
    /// other process that works on a workspace cleans up in the common one.
    private String started(Class<?> main, String... arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Process process = new ProcessBuilder(Program.command(List.of("-Djava.io.tmpdir=" + temporary), main, arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        others.add(process);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        return said.readLine();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process other : others) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void theNextRunRemovesWhatAKilledProcessLeftAndNothingOfALivingOne() throws Exception {
        Path left = Path.of(started(Holder.class));
        Path used = Path.of(started(Holder.class));
        others.getFirst().destroyForcibly().waitFor();
        assertThat(left.resolve("bars.csv")).exists();
        Path workspace = folder.resolve("workspace");
        Files.createDirectories(new Workspace(workspace).pipeline());

        assertThat(started(LockHolder.class, workspace.toString())).isEqualTo("held 1");

        assertThat(left).doesNotExist();
        assertThat(used.resolve("bars.csv")).exists();
        Process run = others.getLast();
        run.getOutputStream().close();
        assertThat(run.waitFor()).isZero();
        assertThat(used.resolve("bars.csv")).exists();
    }

    @Test
    void whoCleansUpAgainAndAgainDisturbsNobody() throws IOException {
        assertThat(started(Cleaner.class)).isEqualTo("begun");
        assertThat(started(Users.class)).isEqualTo(String.valueOf(MANY));
        assertThat(folder.resolve("temporary")).isEmptyDirectory();
    }

    @Test
    void itsOwnFoldersStayAsLongAsTheyAreUsed() throws IOException {
        Path used;
        try (TemporaryFolder own = TemporaryFolder.create()) {
            used = own.folder();
            TemporaryFolder.removeAbandoned();
            TemporaryFolder.removeAbandoned();
            assertThat(used).isDirectory();
        }
        assertThat(used).doesNotExist();
    }

    @Test
    void whatOnlyHasSuchANameIsLeftAlone() throws IOException {
        Path other = Files.createTempDirectory("parallel-validation-");
        Path outside = Files.writeString(folder.resolve("kept"), "x");
        Path link = Files.createSymbolicLink(other.resolve(".in-use"), outside);
        try {
            TemporaryFolder.removeAbandoned();
            assertThat(link).isSymbolicLink();
            assertThat(outside).exists();
        } finally {
            TemporaryFolder.remove(other);
        }
    }
}
