package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries that say they are being validated although no run is on and no plan is left: the queue was copied from
/// another machine, or the plan was deleted.
@NullUnmarked // JUnit fills the fields
class RecoverTest {
    private static final String QUEUE = """
        # from the other machine
        queue:
          - {id: STR-101, status: L0_VALIDATING, note: "mine"}   # was at work there
          - id: STR-102
            status: L1_VALIDATING
            failure_reason: ic_below_threshold
          - id: STR-103
            status: L0_TIMEOUT
          - id: STR-104
            status: L0_PASSED
          - id: STR-105
            status: IN_REVIEW
        """;

    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void aQueueThatWasCopied() {
        workspace = TestWorkspace.in(folder);
        workspace.write(".crypto/pipeline/queue.yaml", QUEUE);
        workspace.script("STR-101", PASS).script("STR-103", PASS);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        int status = new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), _ -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void statusAndCheckNameThemWithWhatHelps() {
        assertThat(run("status", workspace.root())).isZero();
        assertThat(out())
                .contains("3 strategies are said to be validated right now, but no run is on", "validate --recover")
                .contains("  STR-101 L0_VALIDATING", "  STR-102 L1_VALIDATING", "  STR-103 L0_TIMEOUT")
                .doesNotContain("  STR-104 L0_PASSED");
        assertThat(run("status", workspace.root(), "--json")).isZero();
        assertThat(out()).contains("\"stranded\" : [ \"STR-101\", \"STR-102\", \"STR-103\" ]");
        assertThat(run("check", workspace.root())).isZero();
        assertThat(out())
                .contains("queue.yaml:3:1: STR-101 is L0_VALIDATING", "`validate --recover` lets it wait again")
                .contains("queue.yaml:7:1: STR-103 is L0_TIMEOUT");
    }

    @Test
    void aRunThatPassesThemOverSaysSo() {
        assertThat(run("validate", workspace.root())).isZero();
        assertThat(err()).contains("warning: ", "STR-101 is L0_VALIDATING");
        assertThat(workspace.queue()).isEqualTo(QUEUE);
    }

    @Test
    void recoverLetsThemWaitAgainAndValidatesWhatThenWaits() {
        assertThat(run("validate", workspace.root(), "--recover", "--json")).isZero();
        assertThat(err()).contains("Waiting again: STR-101, STR-102, STR-103").doesNotContain("warning");
        assertThat(out()).contains("STR-101", "STR-103").doesNotContain("STR-102");
        assertThat(workspace.queue())
                .contains("status: L0_PASSED, updated_at", "note: \"mine\"}   # was at work there")
                .contains("status: L1_PENDING\n    failure_reason: ic_below_threshold")
                .contains("status: IN_REVIEW")
                .doesNotContain("VALIDATING")
                .doesNotContain("L0_TIMEOUT");
    }

    @Test
    void nothingIsRecoveredBesideARunThatIsOn() {
        try (WorkspaceLock _ = WorkspaceLock.acquire(workspace.workspace())) {
            assertThat(run("validate", workspace.root(), "--recover")).isEqualTo(5);
            assertThat(run("status", workspace.root())).isZero();
            assertThat(out()).contains("locked by").doesNotContain("--recover");
        }
        assertThat(workspace.queue()).isEqualTo(QUEUE);
    }

    @Test
    void anInterruptedRunIsResumedOrDiscardedFirst() {
        workspace.interruptedOn("2026-11-22");
        assertThat(run("status", workspace.root())).isZero();
        assertThat(out()).contains("was interrupted", "  STR-103 L0_TIMEOUT").doesNotContain("  STR-101 L0_VALIDATING");
        assertThat(run("validate", workspace.root(), "--recover")).isEqualTo(2);
        assertThat(err()).contains("--resume", "--discard");
        assertThat(workspace.queue()).isEqualTo(QUEUE);
    }
}
