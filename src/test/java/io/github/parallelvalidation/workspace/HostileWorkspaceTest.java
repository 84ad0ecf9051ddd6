package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A workspace that came from somebody else: links that lead out, files made to blow up.
@NullUnmarked
class HostileWorkspaceTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path outside;

    @BeforeEach
    void workspace() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        Files.createDirectories(workspace.pipeline());
        Files.createDirectories(workspace.crypto().resolve("knowledge"));
        outside = Files.createDirectories(folder.resolve("outside"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline",
                "knowledge/strategies",
                "knowledge/decisions",
                "live-monitoring",
                "pipeline/trials.csv",
                "pipeline/auto-retry-queue.yaml",
                "pipeline/parallel-validation.lock",
                "BOOTSTRAP.md"
            })
    void aLinkOutOfTheWorkspaceInPlaceOfOurOwnFilesStopsEveryRun(String path) throws IOException {
        Path planted = workspace.crypto().resolve(path);
        Files.deleteIfExists(planted);
        Files.createSymbolicLink(planted, outside);
        assertThatThrownBy(() -> WorkspaceLock.acquire(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aWorkspaceThatItsOwnerMovesIsFoundWhereItIsNow() throws IOException {
        Path link = folder.resolve("link");
        Workspace linked = new Workspace(link);
        Path moved = Files.createDirectories(folder.resolve("moved/.crypto/pipeline"));
        for (Path target : List.of(workspace.root(), folder.resolve("moved"))) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, target);
            OwnFile.write(linked.autoRetryQueue(), target.toString());
        }
        assertThat(moved.resolve("auto-retry-queue.yaml"))
                .hasContent(folder.resolve("moved").toString());
        assertThat(workspace.autoRetryQueue()).hasContent(workspace.root().toString());
    }

    @Test
    void aLinkThatLeadsNowhereIsNoWayOutEither() throws IOException {
        Files.createSymbolicLink(workspace.bootstrap(), outside.resolve("later"));
        assertThatThrownBy(() -> WorkspaceLock.acquire(workspace)).isInstanceOf(ProblemException.class);
        assertThat(outside.resolve("later")).doesNotExist();
    }

    @Test
    void aQueueThatLeadsOutIsNeitherReadNorWritten() throws IOException {
        Path target = Files.writeString(outside.resolve("theirs"), "queue: []\n");
        Files.deleteIfExists(workspace.queue());
        Files.createSymbolicLink(workspace.queue(), target);
        SharedFile queue = new SharedFile(workspace.queue());
        assertThatThrownBy(() -> queue.read(text -> text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        assertThatThrownBy(() -> WorkspaceLock.acquire(workspace)).isInstanceOf(ProblemException.class);
        assertThat(target).hasContent("queue: []");
    }

    @Test
    void theCryptoFolderItselfMayBeALink() throws IOException {
        Workspace linked = new Workspace(Files.createDirectories(folder.resolve("linked")));
        Files.createSymbolicLink(linked.crypto(), workspace.crypto());
        Files.createDirectories(workspace.strategies().resolve("STR-201"));
        WorkspaceLock.acquire(linked).close();
        assertThat(linked.strategy(new StrategyId("STR-201"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../STR-201",
                "STR-201/..",
                "/etc/STR-201",
                "STR-201\u0000",
                "STR-201\n",
                "STR-\u0661\u0662\u0663"
            })
    void anIdIsNothingButLettersAndDigits(String id) {
        assertThat(StrategyId.parse(id)).isEmpty();
        assertThatThrownBy(() -> new StrategyId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> bombs() {
        String laughs = IntStream.range(1, 8)
                .mapToObj(i -> "a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(7)))
                .collect(Collectors.joining("", "a0: &a0 [lol]\n", ""));
        String tripled = IntStream.range(1, 16)
                .mapToObj(i -> "a%d: &a%d [%s]%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(3)))
                .collect(Collectors.joining("", "a0: &a0 [" + "x,".repeat(500) + "]\n", ""));
        String merges = IntStream.range(1, 16)
                .mapToObj(i -> "a%d: &a%d {<<: [%s], k%d: 1}%n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(3), i))
                .collect(Collectors.joining("", "a0: &a0 {x: 1}\n", ""));
        String chain = IntStream.range(1, 40)
                .mapToObj(i -> "a%d: &a%d %s*a%d%s%n".formatted(i, i, "[".repeat(40), i - 1, "]".repeat(40)))
                .collect(Collectors.joining("", "a0: &a0 x\n", ""));
        return Stream.of(
                Arguments.of("a billion laughs", laughs, "more than"),
                Arguments.of("few aliases that stand for very many values", tripled, "more than"),
                Arguments.of("merges of merges", merges, "more than"),
                Arguments.of("aliases that nest without end", chain, "nested deeper"),
                Arguments.of("too many values", "[" + "a,".repeat(1_100_000) + "]", "more than 1,000,000 values"),
                Arguments.of("a huge value", "a: " + "x".repeat(2_000_000), "longer than 1 MiB"),
                Arguments.of("very deep brackets", "[".repeat(3_000_000), "nested deeper"),
                Arguments.of("very deep lists", "- ".repeat(100_000), "nested deeper"),
                Arguments.of("an anchor within itself", "a: &a {b: *a}", "names no anchor"),
                Arguments.of(
                        "a Java object",
                        "!!javax.script.ScriptEngineManager [!!java.net.URL [\"x\"]]",
                        "is not allowed"),
                Arguments.of("a Python object", "a: !!python/object/apply:os.system [x]", "is not allowed"),
                Arguments.of("a tag of one's own", "%TAG ! tag:evil,2000:\n---\na: !x y", "is not allowed"),
                Arguments.of("binary", "a: !!binary R0lGODlhDAAMAIQAAP", "is not allowed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void whatIsMadeToBlowUpIsRefusedSoonAndWithItsPlace(String name, String text, String why) {
        Source source = new Source(Path.of("bomb.yaml"), text);
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> YamlDocument.parse(source))
                        .as(name)
                        .isInstanceOf(ProblemException.class)
                        .hasMessageMatching("(?s)bomb.yaml:\\d+:\\d+: .*")
                        .hasMessageContaining(why));
    }

    @Test
    void theLargestDocumentsThatAreAllowedAreReadSoon() {
        String wide = "[" + "a,".repeat(900_000) + "]";
        String longLines = ("k%06d: " + "x".repeat(1_000) + "\n").repeat(1);
        assertThatCode(() -> assertTimeout(Duration.ofSeconds(20), () -> {
                    YamlDocument.parse(new Source(Path.of("wide.yaml"), wide));
                    YamlDocument.parse(new Source(Path.of("long.yaml"), longLines));
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws IOException {
        Path large = folder.resolve("large.yaml");
        try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(YamlDocument.SIZE_LIMIT + 1L);
        }
        assertThatThrownBy(() -> YamlDocument.read(large))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("larger than 16 MiB");
    }

    @Test
    void whatAFileSaysCannotForgeATerminal() {
        Source source = new Source(Path.of("evil.yaml"), "a: \u001b[2J\u0007 b");
        assertThatThrownBy(() -> YamlDocument.parse(source))
                .isInstanceOf(ProblemException.class)
                .message()
                .doesNotContain("\u001b", "\u0007");
    }

    @Test
    void otherEncodingsAreNamedWithTheirPlace() throws IOException {
        Path file = folder.resolve("f.yaml");
        Files.write(file, "a: 1\n".getBytes(java.nio.charset.StandardCharsets.UTF_16));
        assertThatThrownBy(() -> YamlDocument.read(file)).hasMessageContaining("f.yaml:1:1: the file is UTF-16");
        Files.write(
                file,
                new byte[] {'a', ':', ' ', (byte) 0xC3, (byte) 0xA9, '\r', '\n', 'b', ':', ' ', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> YamlDocument.read(file)).hasMessageContaining("f.yaml:2:4: the file is not UTF-8");
        Files.write(file, "a: 1\nb: \u0000\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThatThrownBy(() -> YamlDocument.read(file)).hasMessageContaining("f.yaml:2:4: the character U+0000");
    }
}
