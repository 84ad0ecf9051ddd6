package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class FailFastTest {
    @TempDir
    private Path folder;

    @Test
    void afterAFailureThoseThatRunAreWaitedForAndNoneIsBegun() throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder, "fail_fast: true", "max_workers: 2")
                .strategy("STR-101", "await fail", FAIL)
                .strategy("STR-102", "await go", PASS)
                .strategy("STR-103", PASS);
        Validation.Run run = TestWorkspace.validation().start(workspace.workspace(), RunRequest.of(Tier.L0));
        CompletableFuture<RunOutcome> outcome = CompletableFuture.supplyAsync(run::execute);
        TestWorkspace.until(
                "two run",
                () -> run.board().snapshot().slots().stream()
                                .filter(Slot.Busy.class::isInstance)
                                .count()
                        == 2);
        workspace.write("fail", "");
        TestWorkspace.until(
                "one failed", () -> run.board().snapshot().finished().size() == 1);
        workspace.write("go", "");

        RunOutcome ended = outcome.get(60, TimeUnit.SECONDS);
        assertThat(ended.strategies())
                .extracting(result -> result.id().value())
                .isEqualTo(List.of("STR-101", "STR-102"));
        assertThat(ended.cancelled()).isFalse();
        assertThat(workspace.queue().lines().filter(line -> line.contains("status:")))
                .map(String::strip)
                .containsExactly("status: L0_FAILED", "status: L0_PASSED", "status: PENDING");
    }
}
