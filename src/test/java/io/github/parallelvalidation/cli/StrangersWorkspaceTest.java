package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.StrangersWorkspace;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class StrangersWorkspaceTest {
    private static final List<String> RUN = List.of("STR-301", "STR-302", "STR-303", "notify");

    @TempDir
    private Path folder;

    private StrangersWorkspace stranger;

    @BeforeEach
    void aWorkspaceThatNamesPrograms() throws IOException {
        stranger = new StrangersWorkspace(folder);
    }

    private void assertNothingHappened(String before) {
        assertThat(stranger.leftBehind()).isEmpty();
        assertThat(stranger.files().everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "validate --json",
                "validate --tier L0 --strategy STR-301",
                "validate --workers 1 --then-l1 --on-escalation retry",
                "validate --discard",
                "watch",
                "watch --json"
            })
    void whatWouldRunItsProgramsEndsWithTheList(String command) {
        String before = stranger.files().everything();
        assertThat(stranger.run(command.split(" "))).isEqualTo(6);
        assertThat(stranger.err())
                .contains("signal.command of STR-301", "touch", "nothing was started", "trust --accept", "your rights");
        assertNothingHappened(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open",
                "status",
                "status --json",
                "check",
                "check --json",
                "check --tier L1",
                "validate --dry-run",
                "history",
                "trust",
                "trust --json"
            })
    void lookingStartsNothingWhateverWasAccepted(String command) {
        stranger.acceptances().acceptFolder(stranger.workspace());
        String before = stranger.files().everything();
        stranger.run(command.split(" "));
        assertThat(stranger.err()).doesNotContain("not accepted");
        assertNothingHappened(before);
    }

    @Test
    void theDocumentNamesThemOneByOne() {
        assertThat(stranger.run("validate", "--json")).isEqualTo(6);
        assertThat(SchemaCheck.valid(Schema.NOT_ACCEPTED, stranger.out()))
                .contains("\"not_accepted\"", "\"signal.command\"", "\"STR-303\"", "\"notify.command\"", "\"files\"");
        assertThat(stranger.run("trust", "--json")).isZero();
        assertThat(SchemaCheck.valid(Schema.TRUST, stranger.out())).contains("\"STR-303\"", "\"accepted\" : false");
    }

    @Test
    void onlyWhatThisRunWouldStartIsAskedAbout() {
        assertThat(stranger.run("validate", "--strategy", "STR-302")).isEqualTo(6);
        assertThat(stranger.err()).contains("STR-302", "notify.command").doesNotContain("STR-301", "STR-303");
    }

    @Test
    void expressionsAndTheBuiltInWorkerAreNeverAskedAbout() {
        stranger.settings("max_workers: 2");
        assertThat(stranger.run("validate", "--strategy", "STR-201")).isIn(0, 1, 4);
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void forThisOnceMeansThisOnce() {
        assertThat(stranger.run("validate", "--trust", "--on-escalation", "continue"))
                .isEqualTo(1);
        assertThat(stranger.leftBehind()).containsExactlyElementsOf(RUN);
        assertThat(stranger.run("validate", "--strategy", "STR-301")).isEqualTo(6);
    }

    @Test
    void whatWasAcceptedRuns() {
        stranger.settings(stranger.notifier(), "worker: {reuse: true}");
        assertThat(stranger.run("trust", "--accept")).isZero();
        assertThat(stranger.out()).contains("accepted:").doesNotContain("not accepted:");
        assertThat(stranger.run("validate", "--on-escalation", "continue")).isEqualTo(1);
        assertThat(stranger.leftBehind()).containsExactlyElementsOf(RUN);
    }

    @Test
    void aChangedArgumentListIsAskedAboutForItselfAlone() {
        stranger.run("trust", "--accept");
        stranger.strategy("STR-302", stranger.leaving("other", "{bars}", "{signals}"));
        assertThat(stranger.run("validate")).isEqualTo(6);
        assertThat(stranger.err()).contains("STR-302").doesNotContain("STR-301", "STR-303", "notify.command");
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void whatWasWithdrawnIsAskedAboutAgain() {
        stranger.run("trust", "--accept", "--folder");
        assertThat(stranger.run("trust", "--forget")).isZero();
        assertThat(stranger.run("validate")).isEqualTo(6);
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void aFolderOfOnesOwnIsNotAskedAboutAgain() {
        stranger.run("trust", "--accept", "--folder");
        stranger.strategy("STR-302", stranger.leaving("other", "{bars}", "{signals}"));
        assertThat(stranger.run("validate", "--strategy", "STR-302", "--on-escalation", "continue"))
                .isEqualTo(1);
        assertThat(stranger.leftBehind()).containsExactly("notify", "other");
    }

    @Test
    void aWorkerOfItsOwnIsAskedAbout() {
        stranger.settings("worker: {command: %s}".formatted(stranger.leaving("worker", "{strategy_id}")));
        String before = stranger.files().everything();
        assertThat(stranger.run("validate")).isEqualTo(6);
        assertThat(stranger.err()).contains("worker.command").doesNotContain("signal.command");
        assertNothingHappened(before);
    }

    @Test
    void aWatchEndsWhenSomethingNewIsNamed() throws Exception {
        stranger.settings("min_queue_depth_for_parallel: 1");
        String queue = stranger.files().queue();
        stranger.files().write(".crypto/pipeline/queue.yaml", "queue: []\n");
        CompletableFuture<Integer> watch = CompletableFuture.supplyAsync(() -> stranger.run("watch"));
        TestWorkspace.until("it watches", () -> stranger.err().contains("0 of the 1"));
        stranger.files().write(".crypto/pipeline/queue.yaml", queue);
        assertThat(watch.get(60, TimeUnit.SECONDS)).isEqualTo(6);
        assertThat(stranger.err()).contains("signal.command of STR-301");
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void aTextParameterInTheListIsPartOfIt() {
        String list = "[sh, \"-c\", \"{script}\", \"{bars}\", \"{signals}\"]\nentry: {script: \"%s\", n: %d}";
        stranger.strategy("STR-302", list.formatted("exit 1", 20));
        stranger.run("trust", "--accept");
        stranger.strategy("STR-302", list.formatted("exit 1", 30));
        assertThat(stranger.run("validate", "--strategy", "STR-302", "--on-escalation", "continue"))
                .isEqualTo(1);
        stranger.strategy("STR-302", list.formatted("touch x", 30));
        assertThat(stranger.run("validate", "--strategy", "STR-302")).isEqualTo(6);
    }

    @Test
    void aDamagedAcceptanceCoversNothing() throws IOException {
        stranger.run("trust", "--accept");
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            Files.writeString(files.findFirst().orElseThrow(), "workspace: [\n");
        }
        assertThat(stranger.run("validate")).isEqualTo(6);
        assertThat(stranger.err()).contains("nothing counts as accepted");
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void anInterruptedRunIsNotResumedWithWhatWasNotAccepted() throws IOException {
        interrupted();
        String before = stranger.files().everything();
        assertThat(stranger.run("validate", "--resume")).isEqualTo(6);
        assertThat(stranger.run("validate", "--discard")).isEqualTo(6);
        assertNothingHappened(before);
        assertThat(stranger.run("validate", "--resume", "--trust", "--on-escalation", "continue"))
                .isEqualTo(1);
        assertThat(stranger.leftBehind()).containsExactlyElementsOf(RUN);
    }

    /// A run as it is left when it is killed right after its plan was written.
    private void interrupted() throws IOException {
        String queue = Files.readString(stranger.workspace().queue());
        stranger.run("validate", "--trust", "--on-escalation", "continue");
        Files.writeString(stranger.workspace().queue(), queue);
        Path plan = stranger.workspace().plan(stranger.files().newestRun());
        String text = Files.readString(plan);
        Files.writeString(plan, text.substring(0, text.indexOf("\njournal:") + "\njournal:\n".length()));
        try (Stream<Path> files = Files.list(folder.resolve("started"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aDecisionWhoseRetryWouldStartThemIsNotTaken() throws IOException {
        assertThat(stranger.run("validate", "--trust")).isEqualTo(4);
        try (Stream<Path> files = Files.list(folder.resolve("started"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        String before = stranger.files().everything();
        assertThat(stranger.run("decide", "--with", "retry")).isEqualTo(6);
        assertThat(stranger.run("decide", "--with", "retry", "--json")).isEqualTo(6);
        assertThat(stranger.out()).contains("\"not_accepted\"");
        assertNothingHappened(before);
        assertThat(stranger.run("decide", "--with", "continue")).isIn(1, 4);
        assertThat(stranger.leftBehind()).isEmpty();
    }

    @Test
    void theCommandToRunAgainIsBuiltAnewAndOnlyOfWhatWasAccepted() {
        StrategyId id = new StrategyId("STR-301");
        assertThat(stranger.validation().commandByHand(stranger.workspace(), id, Tier.L0))
                .as("the built-in worker asks for itself")
                .contains("WorkerMain", "STR-301")
                .doesNotContain("touch", "PV_ACCEPTED");
        stranger.settings("worker: {command: [mine, \"{strategy_id}\"]}");
        assertThatThrownBy(() -> stranger.validation().commandByHand(stranger.workspace(), id, Tier.L0))
                .isInstanceOf(NotAcceptedException.class);
        stranger.run("trust", "--accept");
        assertThat(stranger.validation().commandByHand(stranger.workspace(), id, Tier.L0))
                .endsWith("mine STR-301");
    }

    @Test
    void theQuestionIsInOneLineEachAndHidesNothing() {
        stranger.strategy("STR-301", "[sh, \"-c\", \"touch x \\u202Eevil\\e[2J\", \"{bars}\", \"{signals}\"]");
        stranger.run("validate");
        assertThat(stranger.err()).contains("\\u202eevil\\u001b[2J").doesNotContain("\u202E", "\u001b");
    }

    @Test
    void theOptionFolderIsForAccepting() {
        assertThat(stranger.run("trust", "--folder")).isEqualTo(2);
        assertThat(stranger.run("trust", "--accept", "--forget")).isEqualTo(2);
        assertThat(stranger.acceptances().of(stranger.workspace()).missing(programs()))
                .isNotEmpty();
    }

    private List<NamedProgram> programs() {
        return stranger.validation().programs(stranger.workspace());
    }
}
