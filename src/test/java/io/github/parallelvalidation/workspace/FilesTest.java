package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    private Path folder;

    @Test
    void aWriteThatFailsLeavesTheOldFileAndNoTemporaryOne() throws IOException {
        Path file = folder.resolve("taken");
        Files.createDirectories(file.resolve("inner"));
        assertThatThrownBy(() -> AtomicFile.write(file, "new"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the old content is kept");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void ourBlockIsReplacedAndNothingElseMoves() throws IOException {
        Path file = folder.resolve("BOOTSTRAP.md");
        byte[] before = "# B\u00e9ta\r\n<!-- b -->\r\nold\r\n<!-- e -->\r\nrest".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, before);
        new MarkedBlock(file, "<!-- b -->", "<!-- e -->").put("new\n");
        assertThat(Files.readAllBytes(file))
                .isEqualTo(
                        "# B\u00e9ta\r\n<!-- b -->\r\nnew\r\n<!-- e -->\r\nrest".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aMarkerWithoutItsFellowIsNotTouched() throws IOException {
        Path file = folder.resolve("BOOTSTRAP.md");
        Files.writeString(file, "<!-- b -->\nlost end\n");
        assertThatThrownBy(() -> new MarkedBlock(file, "<!-- b -->", "<!-- e -->").put("new\n"))
                .isInstanceOf(ProblemException.class);
        assertThat(file).hasContent("<!-- b -->\nlost end\n");
    }

    @Test
    void lookingAtTheLockDoesNotGiveItUp() throws IOException {
        Workspace workspace = new Workspace(folder);
        Files.createDirectories(workspace.pipeline());
        try (WorkspaceLock held = WorkspaceLock.acquire(workspace)) {
            assertThat(held).isNotNull();
            assertThat(WorkspaceLock.holder(workspace))
                    .hasValueSatisfying(who -> assertThat(who).startsWith("pid "));
            assertThatThrownBy(() -> WorkspaceLock.acquire(workspace)).isInstanceOf(LockedException.class);
        }
        assertThat(WorkspaceLock.holder(workspace)).isEmpty();
        WorkspaceLock.acquire(workspace).close();
    }

    @Test
    void yamlBeyondTheLimitsIsRefused() {
        String nested = "[".repeat(80) + "]".repeat(80);
        String aliases = "a: &a [x]\nb: ["
                + IntStream.range(0, 60).mapToObj(i -> "*a").collect(Collectors.joining(", ")) + "]\n";
        for (String text : new String[] {nested, aliases, "a: !!java.net.URL [x]", "a: 1\na: 2", "a: 1\n---\nb: 2"}) {
            assertThatThrownBy(() -> YamlDocument.parse(new Source(folder.resolve("f.yaml"), text)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageMatching("(?s).*f.yaml:\\d+:\\d+: .*");
        }
    }

    @Test
    void noFileOfOursHoldsANumberThatIsNone() {
        assertThatThrownBy(() -> YamlText.dump(Map.of("a", Map.of("b", Double.NaN))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStrategyFolderThatLeadsOutIsRefused() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("inside"));
        Files.createDirectories(workspace.strategies());
        Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(workspace.strategies().resolve("STR-201"), folder.resolve("outside"));
        assertThatThrownBy(() -> workspace.strategy(new StrategyId("STR-201")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
    }

    @Test
    void aPersonsFilesAreWhereTheSystemHasThem() {
        Path home = Path.of("home");
        assertThat(new UserFolders(Map.of("XDG_STATE_HOME", "relative"), home, "Linux").window())
                .isEqualTo(Path.of("home/.local/state/parallel-validation/window.yaml"));
        assertThat(new UserFolders(Map.of(), home, "Linux").formerWindow())
                .isEqualTo(Path.of("home/.config/parallel-validation/window.yaml"));
        assertThat(new UserFolders(Map.of("XDG_DATA_HOME", folder.toString()), home, "Linux").sample())
                .isEqualTo(folder.resolve("parallel-validation/sample-workspace"));
        assertThat(new UserFolders(Map.of(), home, "Mac OS X").window().toString())
                .contains("Application Support");
        assertThat(new UserFolders(Map.of("LOCALAPPDATA", folder.toString()), home, "Windows 11").window())
                .isEqualTo(folder.resolve("parallel-validation/window.yaml"));
    }

    @Test
    void eachSystemHasItsPlaceForWhatMayBeLost() {
        Path home = Path.of("home");
        assertThat(new UserFolders(Map.of(), home, "Linux").bars())
                .isEqualTo(Path.of("home/.cache/parallel-validation/bars"));
        assertThat(new UserFolders(Map.of("XDG_CACHE_HOME", folder.toString()), home, "Linux").bars())
                .isEqualTo(folder.resolve("parallel-validation/bars"));
        assertThat(new UserFolders(Map.of(), home, "Mac OS X").bars())
                .isEqualTo(Path.of("home/Library/Caches/parallel-validation/bars"));
        assertThat(new UserFolders(Map.of("LOCALAPPDATA", folder.toString()), home, "Windows 11").bars())
                .isEqualTo(folder.resolve("parallel-validation/bars"));
    }

    @Test
    void whatWasAcceptedIsInTheFolderForStateOfTheSystem() {
        Path home = folder.resolve("home");
        assertThat(new UserFolders(Map.of(), home, "Linux").accepted())
                .isEqualTo(home.resolve(".local/state/parallel-validation/accepted"));
        assertThat(new UserFolders(Map.of("XDG_STATE_HOME", folder.toString()), home, "Linux").accepted())
                .isEqualTo(folder.resolve("parallel-validation/accepted"));
        assertThat(new UserFolders(Map.of(), home, "Mac OS X").accepted())
                .isEqualTo(home.resolve("Library/Application Support/parallel-validation/accepted"));
        assertThat(new UserFolders(Map.of("LOCALAPPDATA", folder.toString()), home, "Windows 11").accepted())
                .isEqualTo(folder.resolve("parallel-validation/accepted"));
    }
}
