package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLedgerTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("trials.csv");
    }

    private TrialLedger ledger() {
        return new TrialLedger(file());
    }

    private static Trial trial(String run, String id, String hash, double sharpe) {
        return new Trial(run, new StrategyId(id), 1, hash, Tier.L1, Map.of("sharpe", sharpe, "trades", 40.0));
    }

    @Test
    void whatIsAddedIsRead() {
        Trial first = trial("2026-11-22-143000", "STR-201", "aa", 0.1);
        Trial second = new Trial(
                "2026-11-22-143000", new StrategyId("STR-201"), 0.9, "bb", Tier.L0, Map.of("ic", -0.0123456789012345));
        ledger().add(List.of(first));
        ledger().add(List.of(second));

        assertThat(ledger().read()).containsExactly(first, second);
    }

    @Test
    void aFileThatIsNotThereIsAnEmptyLedger() {
        assertThat(ledger().read()).isEmpty();
    }

    @Test
    void addingAgainAddsNothing() throws IOException {
        List<Trial> trials = List.of(trial("2026-11-22-143000", "STR-201", "aa", 0.1));
        ledger().add(trials);
        String before = Files.readString(file());
        ledger().add(trials);

        assertThat(file()).content().isEqualTo(before);
    }

    @Test
    void linesThatAreThereStayByteForByte() throws IOException {
        ledger().add(List.of(trial("2026-11-22-143000", "STR-201", "aa", 0.1)));
        String edited = Files.readString(file()).replace(",40", ",\"40.000\"").stripTrailing();
        Files.writeString(file(), edited);
        ledger().add(List.of(trial("2026-11-23-143000", "STR-201", "aa", 0.2)));

        assertThat(Files.readString(file())).startsWith(edited + "\n2026-11-23-143000,STR-201");
        assertThat(ledger().read()).hasSize(2);
    }

    @Test
    void aByteOrderMarkIsReadOverAndKept() throws IOException {
        Trial first = trial("2026-11-22-143000", "STR-201", "aa", 0.1);
        Trial second = trial("2026-11-23-143000", "STR-201", "aa", 0.2);
        ledger().add(List.of(first));
        String marked = "\uFEFF" + Files.readString(file());
        Files.writeString(file(), marked);
        ledger().add(List.of(second));

        assertThat(ledger().read()).containsExactly(first, second);
        assertThat(Files.readString(file())).startsWith(marked + "2026-11-23");
    }

    @Test
    void aFileOfNothingButAByteOrderMarkIsAnEmptyLedger() throws IOException {
        Files.writeString(file(), "\uFEFF");
        Trial trial = trial("2026-11-22-143000", "STR-201", "aa", 0.1);
        ledger().add(List.of(trial));

        assertThat(ledger().read()).containsExactly(trial);
    }

    @Test
    void aLineThatIsNoneOfOursIsNamedAndTheFileLeftAlone() throws IOException {
        ledger().add(List.of(trial("2026-11-22-143000", "STR-201", "aa", 0.1)));
        String broken = Files.readString(file()) + "2026-11-23-143000,rm -rf,1,aa,L1\n";
        Files.writeString(file(), broken);

        assertThatThrownBy(() -> ledger().add(List.of(trial("x", "STR-202", "cc", 1))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("trials.csv:3:")
                .hasMessageContaining("strategy_id cannot be 'rm -rf'");
        assertThat(file()).content().isEqualTo(broken);
    }

    @Test
    void whatASpreadsheetSavedIsRead() throws IOException {
        Trial first = trial("2026-11-22-143000", "STR-201", "aa", 0.1);
        Trial second = trial("2026-11-23-143000", "STR-201", "aa", 0.2);
        ledger().add(List.of(first));
        String plain = Files.readString(file());
        int columns = plain.lines().findFirst().orElseThrow().split(",").length;
        String quoted = plain.replaceAll("([^,\\n]+)", "\"$1\"").replace("\n", "\r\n");
        Files.writeString(file(), "\uFEFF" + quoted + ",".repeat(columns - 1) + "\r\n");
        assertThat(ledger().read()).containsExactly(first);

        ledger().add(List.of(second));
        assertThat(ledger().read()).containsExactly(first, second);
    }

    @Test
    void aLineOfASpreadsheetThatIsNoLongerWhatItWasIsNamed() throws IOException {
        ledger().add(List.of(trial("2026-11-22-143000", "STR-201", "aa", 0.1)));
        String saved = "\uFEFF" + Files.readString(file()).replace("\n", "\r\n");
        Files.writeString(file(), saved + "\r\n2026-11-23-143000,STR-201,1,1.23457E+15,L1\r\n");

        assertThatThrownBy(() -> ledger().read())
                .hasMessageContaining("trials.csv:4:")
                .hasMessageContaining("its parameters_hash cannot be '1.23457E+15'");
    }

    @Test
    void columnsBetweenSemicolonsAreRefusedAtTheHeader() throws IOException {
        Files.writeString(file(), "run_id;strategy_id;variant\r\n2026-11-22-143000;STR-201;1\r\n");

        assertThatThrownBy(() -> ledger().read())
                .hasMessageContaining("trials.csv:1:1:")
                .hasMessageContaining("separated by commas");
    }

    @Test
    void tryingTheSameAgainIsNoNewTrial() {
        TrialStatistics statistics = TrialStatistics.of(
                List.of(
                        trial("1", "STR-201", "aa", 1.0),
                        trial("2", "STR-201", "aa", 1.0),
                        trial("2", "STR-201", "bb", 2.0),
                        trial("2", "STR-202", "aa", 6.0)),
                _ -> Optional.empty());

        assertThat(statistics.count()).isEqualTo(3);
        // statistics.variance([1, 2, 6]) = 7, per day a 365th.
        assertThat(statistics.dailySharpeVariance().orElseThrow()).isCloseTo(7.0 / 365, within(1e-15));
    }

    @Test
    void whatTheScreenDiscardedWasTriedAsWell() {
        Trial screened = new Trial("1", new StrategyId("STR-203"), 1, "aa", Tier.L0, Map.of("ic", 0.1));
        TrialStatistics statistics =
                TrialStatistics.of(List.of(screened, trial("2", "STR-201", "aa", 1.0)), _ -> Optional.empty());

        assertThat(statistics.count()).isEqualTo(2);
        assertThat(statistics.dailySharpeVariance()).isEmpty();
    }
}
