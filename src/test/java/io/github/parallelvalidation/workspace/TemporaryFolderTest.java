package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
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
    @TempDir
    private Path workspaceFolder;

    private final List<Process> holders = new ArrayList<>();

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

    @BeforeEach
    void someoneWithAName() {
        Needs.that(!System.getProperty("user.name").equals("?"), "this user has no name");
    }

    private Path held() throws IOException {
        Process process = new ProcessBuilder(Commands.java(Holder.class)).start();
        holders.add(process);
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        return Path.of(said.readLine());
    }

    @AfterEach
    void letGo() throws InterruptedException {
        for (Process holder : holders) {
            holder.destroyForcibly().waitFor();
        }
        TemporaryFolder.removeAbandoned();
    }

    @Test
    void theNextRunRemovesWhatAKilledProcessLeftAndNothingOfALivingOne() throws Exception {
        Path left = held();
        Path used = held();
        holders.getFirst().destroyForcibly().waitFor();
        assertThat(left.resolve("bars.csv")).exists();
        Files.createDirectories(new Workspace(workspaceFolder).pipeline());

        try (WorkspaceLock lock = WorkspaceLock.acquire(new Workspace(workspaceFolder))) {
            assertThat(lock).isNotNull();
            assertThat(left).doesNotExist();
            assertThat(used.resolve("bars.csv")).exists();
        }
        assertThat(used.resolve("bars.csv")).exists();
    }

    @Test
    void itsOwnFoldersStayAsLongAsTheyAreUsed() throws IOException {
        Path folder;
        try (TemporaryFolder own = TemporaryFolder.create()) {
            folder = own.folder();
            TemporaryFolder.removeAbandoned();
            TemporaryFolder.removeAbandoned();
            assertThat(folder).isDirectory();
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void whatOnlyHasSuchANameIsLeftAlone() throws IOException {
        Path other = Files.createTempDirectory("parallel-validation-");
        Path outside = Files.writeString(workspaceFolder.resolve("kept"), "x");
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
