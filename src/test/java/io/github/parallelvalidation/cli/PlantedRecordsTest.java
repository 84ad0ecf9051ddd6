package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A stranger's workspace has links where records are written: the command says so, and nothing outside changes.
@NullUnmarked
class PlantedRecordsTest {
    private static final String RUN = "2026-11-22-143000";
    private static final String LEADS_OUT = "leads out of the workspace ";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestWorkspace workspace;
    private Path outside;
    private Path precious;

    @BeforeEach
    void make() throws IOException {
        workspace = TestWorkspace.in(folder.resolve("workspace"));
        outside = Files.createDirectories(folder.resolve("outside"));
        precious = Files.writeString(outside.resolve("precious"), "keep");
    }

    private int run(String... arguments) {
        err.reset();
        Terminal terminal = TestTerminal.of(new ByteArrayOutputStream(), err);
        return new Cli(validation(), terminal, place -> 0).run(arguments);
    }

    /// Its runs have a name that is known before.
    private static Validation validation() {
        return new LocalValidation(
                Program.workers(),
                new BuiltInInspector(Trust.ACCEPTANCES),
                MemoryProbe.ofSystem(),
                Clock.fixed(Instant.parse("2026-11-22T14:30:00Z"), ZoneOffset.UTC),
                Trust.ACCEPTANCES);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path plant(Function<Workspace, Path> place, Path target) throws IOException {
        Path link = place.apply(workspace.workspace());
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, target);
    }

    private void assertNothingOutsideChanged() throws IOException {
        assertThat(precious).hasContent("keep");
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).containsExactly(precious);
        }
    }

    /// Without who held the lock last.
    private String everything() {
        return workspace.everything().replaceAll("(?m)^pid .*", "");
    }

    private static Arguments place(String name, Function<Workspace, Path> place) {
        return Arguments.of(name, place);
    }

    static Stream<Arguments> whatADecisionWrites() {
        return Stream.of(
                place("decision record", at -> at.decision(RUN)),
                place("folder of decision records", at -> at.decision(RUN).getParent()),
                place("meeting request", at -> at.meetingRequest(RUN)),
                place("metrics history", Workspace::history),
                place("queue", Workspace::queue),
                place("BOOTSTRAP.md", Workspace::bootstrap));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatADecisionWrites")
    void aDecisionIsRefusedBeforeAnythingOfItIsWrittenAndCanBeMadeOnceTheLinkIsGone(
            String name, Function<Workspace, Path> place) throws IOException {
        workspace.strategy("STR-101", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        Path kept = place.apply(workspace.workspace());
        Path aside = folder.resolve("aside");
        if (Files.exists(kept)) {
            Files.move(kept, aside);
        }
        for (Path target : new Path[] {
            Files.isRegularFile(aside) ? Files.copy(aside, outside.resolve("copy")) : precious, outside.resolve("later")
        }) {
            boolean isCopy = target.endsWith("copy");
            Path link = plant(place, target);
            String before = everything();
            assertThat(run("decide", workspace.root(), "--with", "meeting"))
                    .as(name)
                    .isEqualTo(2);
            // Where there is no queue to see, nothing is decided either.
            assertThat(said()).contains(link.getFileName().toString());
            assertThat(everything()).isEqualTo(before);
            if (isCopy) {
                assertThat(target).hasSameTextualContentAs(aside);
                Files.delete(target);
            }
            assertNothingOutsideChanged();
            Files.delete(link);
        }
        if (Files.exists(aside)) {
            Files.move(aside, kept);
        }
        assertThat(run("decide", workspace.root(), "--with", "meeting")).isEqualTo(1);
        assertThat(workspace.read(".crypto/knowledge/decisions/" + RUN + ".yaml"))
                .contains("decision: meeting");
    }

    @Test
    void aPlanThatIsALinkIsReadAndNeverWritten() throws IOException {
        workspace.strategy("STR-101", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        Path plan = workspace.workspace().plan(RUN);
        Path outer = Files.move(plan, folder.resolve("outer.yaml"));
        plant(at -> at.plan(RUN), outer);
        String text = Files.readString(outer);
        String before = everything();
        assertThat(run("decide", workspace.root(), "--with", "continue")).isEqualTo(2);
        assertThat(said()).contains(plan + ": " + LEADS_OUT);
        assertThat(outer).hasContent(text);
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--resume", "--discard"})
    void anInterruptedRunWhosePlanIsALinkIsNeitherTakenUpNorGivenUp(String what) throws IOException {
        workspace.strategy("STR-101", FAIL);
        assertThat(run("validate", workspace.root())).isEqualTo(4);
        Path plan = workspace.workspace().plan(RUN);
        Path outer = folder.resolve("outer.yaml");
        String interrupted = Files.readString(plan).replaceAll("(?m)^finished_at: .*\n", "");
        Files.writeString(outer, interrupted);
        plant(at -> at.plan(RUN), outer);
        String before = everything();
        assertThat(run("validate", workspace.root(), what)).isEqualTo(2);
        assertThat(said()).contains(plan + ": " + LEADS_OUT);
        assertThat(outer).hasContent(interrupted);
        assertThat(everything()).isEqualTo(before);
    }

    static Stream<Arguments> whatEveryRunWrites() {
        return Stream.of(
                place("lock", Workspace::lock),
                place("trials", Workspace::trials),
                place("auto-retry queue", Workspace::autoRetryQueue),
                place("metrics history", Workspace::history),
                place("its folder", at -> at.history().getParent()),
                place("folder of strategies", Workspace::strategies),
                place("BOOTSTRAP.md", Workspace::bootstrap));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatEveryRunWrites")
    void noRunBeginsWhileALinkLeadsOutOfTheWorkspace(String name, Function<Workspace, Path> place) throws IOException {
        if (!name.equals("folder of strategies")) {
            workspace.strategy("STR-101", PASS);
        }
        Path link = plant(place, outside.resolve("later"));
        String before = everything();
        assertThat(run("validate", workspace.root())).isEqualTo(2);
        assertThat(said()).contains(link + ": " + LEADS_OUT);
        assertThat(everything()).isEqualTo(before);
        assertNothingOutsideChanged();
    }

    @Test
    void aQueueThatLeadsOutIsRefusedBeforeAnythingIsRun() throws IOException {
        workspace.strategy("STR-101", PASS);
        Path queue = workspace.workspace().queue();
        Path outer = Files.move(queue, folder.resolve("outer.yaml"));
        String text = Files.readString(outer);
        Files.createSymbolicLink(queue, outer);
        assertThat(run("validate", workspace.root())).isEqualTo(2);
        assertThat(said()).contains(queue + ": " + LEADS_OUT, outer.toRealPath().toString());
        assertThat(outer).hasContent(text);
        assertThat(workspace.workspace().plan(RUN)).doesNotExist();
    }

    @Test
    void lessonsThatLeadOutAreAnAlertOfARunThatIsOver() throws IOException {
        workspace.strategy("STR-101", FAIL).strategy("STR-102", PASS).strategy("STR-103", PASS);
        plant(Workspace::failureTaxonomy, outside.resolve("later"));
        assertThat(run("validate", workspace.root())).isEqualTo(1);
        assertThat(workspace.read(".crypto/pipeline/parallel-validation-" + RUN + ".yaml"))
                .contains("failure-taxonomy.yaml: " + LEADS_OUT, "(not updated)");
        assertThat(workspace.queue()).contains("L0_PASSED");
        assertNothingOutsideChanged();
    }

    @Test
    void afterTheWorkersARefusedFileCostsNoVerdictAndTheRunIsTakenUpWithoutThem() throws IOException {
        workspace.strategy("STR-101", FAIL);
        Path link = plant(at -> at.failures(RUN), precious);
        assertThat(run("validate", workspace.root())).isEqualTo(70);
        assertThat(said())
                .contains(link + ": " + LEADS_OUT)
                .contains("What was found is kept in parallel-validation-" + RUN + ".yaml", "--resume");
        assertThat(workspace.queue()).contains("L0_FAILED");
        assertNothingOutsideChanged();
        Files.delete(link);
        assertThat(run("validate", workspace.root(), "--resume")).isEqualTo(4);
        assertThat(link).isRegularFile();
    }

    @Test
    void aWorkspaceIsNotMadeWhereALinkStands() throws IOException {
        Path place = Files.createDirectories(folder.resolve("new"));
        Files.createSymbolicLink(place.resolve(".crypto"), outside.resolve("later"));
        assertThat(run("init", place.toString())).isEqualTo(2);
        assertThat(said()).contains("is there already and was left alone");
        assertNothingOutsideChanged();
    }
}
