package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final StrategyId ID = new StrategyId("STR-201");

    @TempDir
    private Path folder;

    private final ExecutionPlan plan = new ExecutionPlan(
            "2026-01-02-030405",
            NOW,
            Tier.L0,
            1,
            1,
            List.of(new PlannedStrategy(ID, "a: 'b'", " 'PENDING'", 1.5)),
            OptionalInt.of(7),
            new ChainLink(
                    Optional.of("2026-01-02-030404"),
                    new RunWishes(
                            true, Optional.of(EscalationPolicy.of(EscalationOption.RELAX)), Map.of("ic", 0.009))));

    private RunFile file() {
        return new RunFile(new Workspace(folder).plan(plan.runId()));
    }

    private void started(int number) {
        file().journal().add(new JournalEvent.Started(id(number), NOW, OptionalInt.empty()));
    }

    private void ended(int number, AttemptOutcome outcome, Instant at) {
        Attempt attempt = new Attempt(id(number), outcome, 1, 7);
        file().journal().add(new JournalEvent.Ended(attempt, at, OptionalInt.empty()));
    }

    private static AttemptId id(int number) {
        return new AttemptId(ID, "WORKER-" + number, number);
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(new Workspace(folder).pipeline());
        file().begin(plan);
    }

    @Test
    void thePlanComesBackAsItWas() {
        assertThat(file().read().plan()).isEqualTo(plan);
        assertThat(file().isFinished()).isFalse();
    }

    @Test
    void aFileThatSaysItIsOfAnotherRunThanItsNameIsRefused() throws IOException {
        Path other = new Workspace(folder).plan("2026-01-02-030406");
        Files.copy(file().path(), other);
        assertThatThrownBy(() -> new RunFile(other).read())
                .hasMessageStartingWith(other + ":1:9: run_id must be '2026-01-02-030406', as the file's name says, "
                        + "found '2026-01-02-030405'");
    }

    @Test
    void timeBetweenInterruptionsIsNoTimeOfTheRun() {
        started(1);
        ended(1, new AttemptOutcome.Crashed("gone"), NOW.plusSeconds(2));
        Instant nextDay = NOW.plusSeconds(86_400);
        file().takeUp(RunWishes.NONE, nextDay);
        assertThat(file().read().secondsSoFar()).as("nothing done since").isEqualTo(2);
        ended(2, new AttemptOutcome.Crashed("gone"), nextDay.plusSeconds(3));
        assertThat(file().read().secondsSoFar()).isEqualTo(5);

        file().takeUp(RunWishes.NONE, nextDay.plusSeconds(86_400));
        assertThat(file().read().secondsSoFar()).isEqualTo(5);
    }

    @Test
    void aClockThatWasSetBackTakesNoTimeAway() {
        ended(1, new AttemptOutcome.Crashed("gone"), NOW.minusSeconds(259_200));
        assertThat(file().read().secondsSoFar()).isZero();
    }

    @Test
    void aRunThatIsGivenUpHasNoOutcomeAlthoughItHadSummedUp() {
        RunOutcome reached =
                new RunOutcome(plan, false, false, List.of(), null, new RunTiming(1.25, 2.5), null, List.of());
        file().summarise(reached);

        file().discard(NOW);

        assertThat(file().isFinished()).isTrue();
        assertThat(file().outcome()).isEmpty();
        assertThat(file().read().verdicts()).isEmpty();
    }

    @Test
    void halfALineAtTheEndIsAsIfItHadNotBeenBegun() throws IOException {
        started(1);
        String whole = Files.readString(file().path());
        ended(1, new AttemptOutcome.Crashed("gone: [\"x\"]"), NOW.plusSeconds(2));
        String longer = Files.readString(file().path());
        for (int cut = whole.length(); cut < longer.length(); cut++) {
            Files.writeString(file().path(), longer.substring(0, cut));
            assertThat(file().read().journal()).hasSize(1);
        }
        Files.writeString(file().path(), longer);
        assertThat(file().read().journal()).hasSize(2);
        assertThat(file().read().secondsSoFar()).isEqualTo(2);
    }

    @Test
    void aPlanThatIsTakenAwayIsWrittenAgainBeforeTheNextLine() throws IOException {
        Files.delete(file().path());
        RunFile begun = file();
        begun.begin(plan);
        begun.journal().add(new JournalEvent.Started(id(1), NOW, OptionalInt.empty()));
        Files.delete(begun.path());
        begun.journal().add(new JournalEvent.Started(id(2), NOW, OptionalInt.empty()));
        assertThat(file().read().plan()).isEqualTo(plan);
        assertThat(file().read().journal()).hasSize(2);
    }

    @Test
    void attemptsAreRebuiltAndAWorkerThatWasCutOffWithUsDoesNotCount() {
        started(1);
        ended(1, new AttemptOutcome.TimedOut(1.0), NOW);
        started(2);
        ResumedAttempts recovery = new ResumedAttempts(new Workspace(folder), Tier.L0, plan.runId(), Set.of("ic"));
        assertThat(recovery.attempts(file().read().journal()).get(ID))
                .extracting(Attempt::outcome)
                .containsExactly(new AttemptOutcome.TimedOut(1.0));
    }

    @Test
    void ofAnOlderVersionsRunNoMoreIsKnownThanTheExpectedPasses() throws IOException {
        Path old = new Workspace(folder).plan("2026-11-23-113823");
        Files.copy(Path.of("src/test/resources/written-by-a-run/plan-1.yaml"), old);
        RunOutcome outcome = new RunFile(old).outcome().orElseThrow();
        assertThat(outcome.luck())
                .isEqualTo(
                        RunLuck.expecting(1.181083046676595, outcome.summary().passed()));
        assertThat(RunSentence.of(outcome)).contains(" Noise alone would have passed about 1.2.");
    }

    /// Every count that a record of a run's luck can hold comes back.
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "3, 0, 0, 0", "0, 2, 0, 0", "0, 0, 2, 0", "1, 1, 2, 3", "0, 2, 1, 4"})
    void theLuckOfARunComesBack(int joint, int shifted, int fewer, int unknown) throws IOException {
        for (boolean isBound : new boolean[] {false, true}) {
            RunLuck luck = new RunLuck(
                    2.5,
                    new RunLuck.Range(1, 4),
                    0.35,
                    new RunLuck.Counts(1, joint, shifted, fewer, unknown),
                    199,
                    isBound);
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            RunLuckDocument.put(map, luck, 2);
            Path file = folder.resolve("luck.yaml");
            Files.writeString(file, YamlText.dump(map));
            assertThat(RunLuckDocument.read(YamlDocument.read(file).asMapping("luck"), 2))
                    .isEqualTo(luck);
        }
    }

    @Test
    void theSummaryComesBackAndTheLastLineClosesTheFile() {
        RunLuck luck = new RunLuck(2.5, new RunLuck.Range(1, 4), 0.35, new RunLuck.Counts(0, 2, 1, 3, 4), 199, false);
        RunOutcome outcome = new RunOutcome(
                plan, false, true, List.of(), luck, new RunTiming(1.25, 2.5), null, List.of("look: here"));
        file().summarise(outcome);
        assertThat(file().isFinished()).isFalse();
        file().summarise(outcome);
        file().finish(NOW);
        assertThat(file().isFinished()).isTrue();
        assertThat(file().read().outcome()).contains(outcome);
    }

    @Test
    void aRunThatWasStoppedIsTakenUpWithTheRestStillToRun() {
        started(1);
        RunOutcome stopped =
                new RunOutcome(plan, false, true, List.of(), null, new RunTiming(1.25, 2.5), null, List.of());
        file().summarise(stopped);
        assertThat(file().read().verdicts()).isEmpty();

        file().takeUp(RunWishes.NONE, NOW);

        assertThat(file().read().outcome()).isEmpty();
        assertThat(file().read().journal()).hasSize(1);
        ended(1, new AttemptOutcome.Crashed("gone"), NOW.plusSeconds(2));
        assertThat(file().read().journal()).hasSize(2);
    }

    @Test
    void aRunWhoseVerdictsWereReachedIsTakenUpWithThem() {
        RunOutcome reached =
                new RunOutcome(plan, false, false, List.of(), null, new RunTiming(1.25, 2.5), null, List.of());
        file().summarise(reached);

        file().takeUp(RunWishes.NONE, NOW);

        assertThat(file().read().verdicts()).isPresent();
    }

    /// A finished run with results, in a file that may be written.
    private RunFile aRunWithResults() throws IOException {
        Path file = new Workspace(folder).plan("2026-11-23-113823");
        Files.copy(Path.of("src/test/resources/written-by-a-run/plan-1.yaml"), file);
        return new RunFile(file);
    }

    @Test
    void aSummaryIsTheSameTextWhetherItsResultsWereWrittenBeforeOrNot() throws IOException {
        RunFile file = aRunWithResults();
        RunOutcome outcome = file.read().outcome().orElseThrow();
        RunOutcome complete = outcome.with(new RunTiming(1, 2), List.of("look: here"));
        file.summarise(outcome);
        file.summarise(complete);
        String again = Files.readString(file.path());
        file.summarise(complete.with(new ArrayList<>(complete.strategies())));
        file.summarise(outcome.with(List.of()));
        file.summarise(complete);
        assertThat(file.path()).hasContent(again);
        Map<String, @Nullable Object> whole = OutcomeDocument.of(complete.withoutCards());
        whole.remove("plan");
        assertThat(again).endsWith("\n" + YamlText.dump(Map.of("summary", whole)));
    }

    @Test
    void theOutcomeThatWasJustWrittenIsNotReadAgain() throws IOException {
        RunFile file = aRunWithResults();
        RunOutcome before = file.read().outcome().orElseThrow();
        Map<String, String> reasons = new LinkedHashMap<>();
        List.of("ic_p_value", "ic_noise_95", "ic_q_value").forEach(name -> reasons.put(name, "no worlds"));
        RunOutcome outcome = before.with(before.strategies().stream()
                .map(result -> result.withMetrics(
                        new Metrics(result.judgement().metrics().values(), reasons)))
                .toList());
        file.summarise(outcome);
        assertThat(file.outcome()).containsSame(outcome);
        file.finish(NOW);
        assertThat(file.outcome()).containsSame(outcome);
        assertThat(file.read().outcome()).as("as the file says it").contains(outcome);
        String text = Files.readString(file.path());
        file.summarise(file.read().outcome().orElseThrow());
        file.finish(NOW);
        assertThat(file.path()).as("written again by who has read it").hasContent(text);
    }

    @Test
    void whatAnotherProgramChangedInTheFileIsSeen() throws IOException {
        RunFile file = aRunWithResults();
        RunOutcome outcome = file.read().outcome().orElseThrow().with(new RunTiming(1, 2), List.of("look: here"));
        file.summarise(outcome);
        file.finish(NOW);
        String text = Files.readString(file.path());
        Files.writeString(file.path(), text.replace("look: here", "look: away"));
        assertThat(file.outcome().orElseThrow().alerts()).containsExactly("look: away");
        Files.writeString(file.path(), text + "summary: {}\n");
        assertThatThrownBy(file::outcome).hasMessageContaining("'summary' stands here a second time");
        Path other = new Workspace(folder).plan("2026-11-23-113824");
        Files.writeString(other, text);
        assertThatThrownBy(new RunFile(other)::outcome).hasMessageContaining("run_id must be");
        Files.delete(file.path());
        assertThatThrownBy(file::outcome).hasMessageContaining("the file is not there");
    }
}
