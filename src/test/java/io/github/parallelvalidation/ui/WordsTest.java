package io.github.parallelvalidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.run.FinishedResults;
import io.github.parallelvalidation.run.RunPart;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.RunLine;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.queue.Tsv;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatusHasAWord(Status status) {
        assertThat(StatusLook.of(status, "PAPER_TRADING").word()).isNotBlank();
    }

    @Test
    void aStatusOfAnotherProgramIsShownAsItIsWritten() {
        assertThat(StatusLook.of(Status.FOREIGN, "PAPER_TRADING").word()).isEqualTo("PAPER_TRADING");
    }

    @Test
    void theRunLineCountsAndPromisesNothing() {
        RunSnapshot snapshot = new RunSnapshot(
                RunSnapshot.Phase.RUNNING,
                Tier.L0,
                "run",
                RunPart.whole(Samples.START),
                9,
                4,
                List.of(),
                FinishedResults.of(Samples.results().subList(0, 5)));

        RunLine line = RunLine.running(snapshot, Samples.START.plusSeconds(4), 4);

        assertThat(line.text()).isEqualTo("5 of 9 · 3 passed · 2 failed · 4 s, 5 s one by one · 1.6 by luck");
        assertThat(line.fraction()).isEqualTo(5.0 / 9);
    }

    @Test
    void theRunLineSaysHowFastItGoesOnceThatIsKnown() {
        FinishedResults ten =
                FinishedResults.of(Collections.nCopies(10, Samples.results().getFirst()));
        RunSnapshot snapshot = new RunSnapshot(
                RunSnapshot.Phase.RUNNING, Tier.L0, "run", RunPart.whole(Samples.START), 40, 4, List.of(), ten);

        assertThat(RunLine.running(snapshot, Samples.START.plusSeconds(4), 4).text())
                .contains("2.5 a second, 12 s left");
        assertThat(RunLine.running(snapshot, Samples.START.plusSeconds(40), 4).text())
                .contains("15.0 a minute, 2:00 min left");
    }

    @Test
    void theRunLineOfARunThatWasTakenUpAgainCountsWhatWasDoneSince() {
        FinishedResults twelve =
                FinishedResults.of(Collections.nCopies(12, Samples.results().getFirst()));
        RunPart aNightLater = new RunPart(Samples.START, 3, 2);
        RunSnapshot snapshot =
                new RunSnapshot(RunSnapshot.Phase.RUNNING, Tier.L0, "run", aNightLater, 42, 4, List.of(), twelve);

        assertThat(RunLine.running(snapshot, Samples.START.plusSeconds(4), 4).text())
                .startsWith("12 of 42")
                .contains(" 7 s, ", "2.5 a second, 12 s left");
    }

    @Test
    void theRunLineSaysWhyFewerAreAtWorkThanWerePicked() {
        Slot waiting = new Slot.Waiting(Samples.id(203), "MACD", "900 MB free");
        RunSnapshot two = new RunSnapshot(
                RunSnapshot.Phase.RUNNING, Tier.L0, "run", RunPart.whole(Samples.START), 9, 2, List.of(), none());
        RunSnapshot poor = new RunSnapshot(
                RunSnapshot.Phase.RUNNING,
                Tier.L0,
                "run",
                RunPart.whole(Samples.START),
                9,
                4,
                List.of(waiting),
                none());

        assertThat(RunLine.running(two, Samples.START, 4).text()).contains("0 of 9 · 2 at once, as the settings say");
        assertThat(RunLine.running(two, Samples.START, 2).text()).doesNotContain("at once");
        assertThat(RunLine.running(poor, Samples.START, 4).text()).contains("1 of 4 waits for memory");
    }

    private static FinishedResults none() {
        return FinishedResults.of(List.of());
    }

    @Test
    void theStatusBarSaysTheTimeTodayAndTheDayBefore() {
        RunOutcome outcome = FakeValidation.outcome(
                new FakeValidation().plan(RunRequest.of(Tier.L0)), Samples.results(), null, false);

        assertThat(StatusText.lastRun(outcome, Samples.START.plusSeconds(60), ZoneOffset.UTC))
                .isEqualTo("last run 14:30, 3 of 9 passed, 1.8 by luck");
        RunOutcome cancelled = FakeValidation.outcome(
                new FakeValidation().plan(RunRequest.of(Tier.L0)),
                Samples.results().subList(0, 2),
                null,
                true);
        assertThat(StatusText.lastRun(cancelled, Samples.START.plusSeconds(60), ZoneOffset.UTC))
                .startsWith("last run 14:30, 2 of 2 passed, cancelled");
        assertThat(RunLine.finished(cancelled).text()).startsWith("Cancelled. 2 of 2 passed L0");
        assertThat(StatusText.when(Samples.START, Samples.START.plusSeconds(90_000), ZoneOffset.UTC))
                .isEqualTo("22 Nov 14:30");
    }

    @Test
    void copiedRowsAreATableWithFullPrecision() {
        StrategyRow row = StrategyRow.of(Samples.results().get(2), Tier.L0);

        assertThat(Tsv.of(List.of(row), MetricColumn.of(Tier.L0)).split("\n"))
                .containsExactly(
                        "id\tname\tstatus\tsignal_frequency\thit_rate\tic\tic_noise_95\tic_p_value\tluck\tseconds"
                                + "\treason",
                        "STR-203\tMACD histogram\tL0 failed\t349\t0.4914\t-0.0042\t\t0.5523\t0.31\t0.91\tic below"
                                + " threshold");
    }
}
