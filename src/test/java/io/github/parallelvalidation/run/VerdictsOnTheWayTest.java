package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queue while a run is on. Real workers.
class VerdictsOnTheWayTest {
    private static final Pattern FIRST_UPDATE = Pattern.compile("updated_at: (.*)");

    @TempDir
    private Path folder;

    @Test
    void verdictsReachTheQueueWhileOthersRunAndOnlyWhatRunsIsMarked() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder, "max_workers: 1")
                .strategy("STR-301", TestWorkspace.PASS)
                .strategy("STR-302", "await go", TestWorkspace.FAIL)
                .strategy("STR-303", TestWorkspace.PASS);
        Validation.Run run = TestWorkspace.validation().start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);

        until(
                "the first has its verdict, the second runs, the third waits",
                () -> statuses(workspace).equals(List.of("L0_PASSED", "L0_VALIDATING", "PENDING")));
        String written = firstUpdate(workspace);
        workspace.write("go", "");

        assertThat(outcome.get().summary().passed()).isEqualTo(2);
        assertThat(statuses(workspace)).containsExactly("L0_PASSED", "L0_FAILED", "L0_PASSED");
        assertThat(firstUpdate(workspace)).as("one verdict is written once").isEqualTo(written);
    }

    @Test
    void aGateOverTheWholeRunLetsVerdictsWaitForItsEnd() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder, "max_workers: 1")
                .strategy("STR-301", TestWorkspace.PASS)
                .strategy("STR-302", "await go", TestWorkspace.PASS);
        workspace.write(
                ".crypto/config/tiered-validation-protocol.yaml", "tiers: {L0: {gates: {max_fdr_q: 0.000001}}}\n");
        Validation.Run run = TestWorkspace.validation().start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);

        until("the second is marked", () -> statuses(workspace).getLast().equals("L0_VALIDATING"));
        List<String> meanwhile = statuses(workspace);
        workspace.write("go", "");
        outcome.get();

        assertThat(meanwhile).containsExactly("L0_VALIDATING", "L0_VALIDATING");
        assertThat(statuses(workspace)).containsExactly("L0_FAILED", "L0_FAILED");
    }

    private static List<String> statuses(TestWorkspace workspace) {
        return new QueueFile(workspace.workspace().queue())
                .read().entries().stream().map(QueueEntry::statusText).toList();
    }

    private static String firstUpdate(TestWorkspace workspace) {
        Matcher update = FIRST_UPDATE.matcher(workspace.queue());
        return update.find() ? update.group(1) : "none";
    }
}
