package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trials.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written after a run may be written again, all of it or any part.
class RunRecorderTest {
    @TempDir
    private Path folder;

    /// The journal tells what the workers did, each run with workers of its own names.
    private static Map<String, String> withoutJournal(Map<String, String> written) {
        Map<String, String> kept = new TreeMap<>(written);
        kept.replaceAll((_, text) -> text.replaceAll("(?m)^- \\{?at: .*\n", "").replaceAll("pid: \\d+", "pid: #"));
        return kept;
    }

    @Test
    void doneTwiceNothingIsChangedTheSecondTime() throws IOException {
        StartedRun run = StartedRun.in(folder);
        RunFindings found = run.found();
        RunOutcome first = run.aftermath(found).write();
        Map<String, String> written = run.written();
        assertThat(written.keySet())
                .contains(
                        ".crypto/BOOTSTRAP.md",
                        ".crypto/knowledge/failure-taxonomy.yaml",
                        ".crypto/knowledge/learnings.md",
                        ".crypto/live-monitoring/parallel-validation-metrics.yaml",
                        ".crypto/pipeline/auto-retry-queue.yaml",
                        ".crypto/pipeline/parallel-validation-2026-11-22-143000.yaml",
                        ".crypto/pipeline/trials.csv");

        assertThat(run.aftermath(found).write()).isEqualTo(first);
        assertThat(run.written()).isEqualTo(written);
        assertThat(run.aftermath(run.again(found)).write().alerts()).isEqualTo(first.alerts());
        assertThat(run.written()).isEqualTo(written);
    }

    @Test
    void doneAgainAnHourLaterOnlyTheTimesOfWritingDiffer() throws IOException {
        StartedRun run = StartedRun.in(folder);
        RunFindings found = run.found();
        run.aftermath(found).write();
        Map<String, String> written = run.written();

        run.later(Duration.ofHours(1)).aftermath(run.again(found)).write();
        Map<String, String> later = run.written();
        assertThat(later).isNotEqualTo(written);
        later.replaceAll((_, text) ->
                text.replaceAll("(updated_at|queued_at|finished_at|Updated): (.*)T15:30:00Z", "$1: $2T14:30:00Z"));
        assertThat(later).isEqualTo(written);
    }

    @Test
    void cutAfterAnyStepDoingThemAllAgainComesToTheSameEnd() throws IOException {
        StartedRun whole = StartedRun.in(folder.resolve("whole"));
        whole.aftermath(whole.found()).write();
        Map<String, String> expected = withoutJournal(whole.written());
        List<RecordStep> steps = whole.aftermath(whole.found()).steps();
        assertThat(steps).extracting(RecordStep::name).doesNotHaveDuplicates();

        for (int cut = 0; cut <= steps.size(); cut++) {
            StartedRun run = StartedRun.in(folder.resolve("cut" + cut));
            RunFindings found = run.found();
            RunRecorder aftermath = run.aftermath(found);
            RecordStep.all(aftermath.steps().subList(0, cut), aftermath.start());
            run.aftermath(run.again(found)).write();
            assertThat(withoutJournal(run.written())).as("cut after " + cut).isEqualTo(expected);
        }
    }

    @Test
    void aRefusedFileIsAnAlertOfTheOutcomeTheMetricsAndTheSummary() throws IOException {
        StartedRun run = StartedRun.in(folder);
        RunFindings found = run.found();
        Path taxonomy = run.context().workspace().failureTaxonomy();
        Files.writeString(taxonomy, "- timeout\n");

        RunOutcome outcome = run.aftermath(found).write();
        assertThat(taxonomy).hasContent("- timeout\n");
        assertThat(outcome.alerts())
                .filteredOn(alert -> alert.contains("failure-taxonomy.yaml") && alert.endsWith("(not updated)"))
                .hasSize(1);
        assertThat(new MetricsHistory(run.context().workspace().history())
                        .read()
                        .getLast()
                        .alerts())
                .isEqualTo(outcome.alerts());
        RunOutcome kept = run.context().file().read().outcome().orElseThrow();
        assertThat(kept.alerts()).isEqualTo(outcome.alerts());
        assertThat(run.aftermath(run.again(found)).write().alerts())
                .as("said once, however often it is tried")
                .isEqualTo(outcome.alerts());
    }

    @Test
    void anAlertOfAStepBeforeTheQueueIsKept() throws IOException {
        StartedRun run = StartedRun.in(folder);
        RunFindings found = run.found();
        Path trials = run.context().workspace().pipeline().resolve("trials");
        Files.writeString(trials, "not a folder");
        run.context()
                .inputs()
                .returns()
                .note(new Trial.Identity(StartedRun.id(101), "aa"), new ReturnSeries(new long[] {1}, new double[] {0}));

        List<String> alerts = run.aftermath(found).write().alerts();
        assertThat(alerts)
                .filteredOn(alert -> alert.startsWith(trials.toString()) && alert.endsWith("(not updated)"))
                .hasSize(1);
        assertThat(run.context().file().read().outcome().orElseThrow().alerts()).isEqualTo(alerts);
    }

    @Test
    void whatTheBoardShowsIsTheResultThatCounts() throws IOException {
        StartedRun run = StartedRun.in(folder);
        List<JudgedStrategy> judged =
                run.stage().run(run.context().plan().strategies(), Map.of(), Set.of(), Feed.of(List.of()));
        assertThat(judged)
                .hasSize(5)
                .allSatisfy(one -> assertThat(
                                run.context().board().snapshot().finished().all())
                        .anySatisfy(shown -> assertThat(shown).isSameAs(one.result())));
    }
}
