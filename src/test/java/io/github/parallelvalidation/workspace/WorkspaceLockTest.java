package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.torture.HookedFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class WorkspaceLockTest {
    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace() throws IOException {
        workspace = new Workspace(folder);
        Files.createDirectories(workspace.pipeline());
    }

    private Process holder() throws IOException {
        Process process = new ProcessBuilder(Program.command(LockHolder.class, folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("held 1");
        return process;
    }

    @Test
    void anotherProcessIsNamedAndItsDeathFreesTheWorkspace() throws IOException, InterruptedException {
        Process process = holder();
        try {
            assertThatThrownBy(() -> WorkspaceLock.acquire(workspace))
                    .isInstanceOf(LockedException.class)
                    .hasMessageContaining("pid " + process.pid() + " on ")
                    .hasMessageContaining(" since ");
            assertThat(WorkspaceLock.holder(workspace))
                    .hasValueSatisfying(who -> assertThat(who).startsWith("pid " + process.pid()));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
        WorkspaceLock.acquire(workspace).close();
    }

    @Test
    void aLockFileThatAnEarlierRunLeftHoldsNobodyUp() throws IOException {
        Files.writeString(workspace.lock(), "pid 1 on elsewhere since yesterday, and a long tail of something else");
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
        try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
            assertThat(lock).isNotNull();
            assertThat(workspace.lock())
                    .content()
                    .startsWith("pid " + ProcessHandle.current().pid());
            assertThat(workspace.lock()).content().doesNotContain("tail");
        }
    }

    @Test
    void whatStandsInTheLockFileCannotForgeATerminal() throws IOException, InterruptedException {
        Process process = holder();
        try {
            Files.write(workspace.lock(), new byte[] {27, '[', '2', 'J', '\n', (byte) 0xFF, 'x', 0});
            assertThatThrownBy(() -> WorkspaceLock.acquire(workspace)).hasMessageEndingWith("another run: [2J x");
            Files.write(workspace.lock(), new byte[0]);
            assertThatThrownBy(() -> WorkspaceLock.acquire(workspace)).hasMessageEndingWith("holder unknown");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void nothingIsWrittenThroughALockThatIsALink() throws IOException {
        Path precious = Files.writeString(workspace.pipeline().resolve("precious"), "keep");
        Files.createSymbolicLink(workspace.lock(), precious);
        assertThatThrownBy(() -> WorkspaceLock.acquire(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parallel-validation.lock: is a link, to ");
        assertThat(precious).hasContent("keep");
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
    }

    @Test
    void aFolderWithoutWriteAccessIsSaidToBeSo() throws IOException, InterruptedException {
        List<String> taking = Commands.boundByModes(Program.command(LockHolder.class, folder.toString()));
        Files.setPosixFilePermissions(workspace.pipeline(), PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(Commands.run(taking)).startsWith("0 ").contains("permission denied for " + workspace.lock());
        } finally {
            Files.setPosixFilePermissions(workspace.pipeline(), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        Files.delete(workspace.pipeline());
        assertThatThrownBy(() -> WorkspaceLock.acquire(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("parallel-validation.lock is not there");
    }

    @Test
    void aFileSystemWithoutLocksIsSaidToBeOne() {
        Path hooked = HookedFiles.hooked(folder, (operation, _) -> {
            if (operation.equals("lock")) {
                throw new IOException("No locks available");
            }
        });
        assertThatThrownBy(() -> WorkspaceLock.acquire(new Workspace(hooked)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("this file system has no locks");
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextOne() throws IOException {
        Path leftover = workspace.pipeline().resolve(".queue.yaml.123e4567-e89b-12d3-a456-426614174000.tmp");
        Files.writeString(leftover, "half of it");
        WorkspaceLock.acquire(workspace).close();
        assertThat(leftover).doesNotExist();
    }

    /// A window looks at the lock again and again while a run in the same process takes it.
    @Test
    void lookingWhileTakingNeitherFailsNorGivesTheLockUp() throws ExecutionException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService looking = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> looks = looking.submit(() -> {
                while (!done.get()) {
                    WorkspaceLock.holder(workspace);
                }
            });
            for (int i = 0; i < 200; i++) {
                try (WorkspaceLock lock = WorkspaceLock.acquire(workspace)) {
                    assertThat(lock).isNotNull();
                }
            }
            done.set(true);
            looks.get();
        }
    }
}
