package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `check` says of strategies and bars before anything is run.
@NullUnmarked // JUnit fills the fields
class CheckTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void anEmptyQueue() {
        workspace = TestWorkspace.in(folder);
        workspace.write(".crypto/config/parallel-validation.yaml", "parallel_validation: {max_workers: 2}\n");
        workspace.write(".crypto/pipeline/queue.yaml", "queue: []\n");
    }

    private int run(String... arguments) {
        out.reset();
        return new Cli(TestWorkspace.validation(), TestTerminal.of(out, out), _ -> 0).run(arguments);
    }

    private void strategy(String id, String asset) {
        assertThat(run(
                        "new",
                        id,
                        workspace.root(),
                        "--name",
                        "any",
                        "--asset",
                        asset,
                        "--timeframe",
                        "1d",
                        "--long",
                        "close > 1"))
                .isZero();
    }

    private String checked() {
        run("check", workspace.root());
        return out.toString(StandardCharsets.UTF_8).replace(workspace.root(), "");
    }

    private static String days(int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> "%d,1,2,1,%d,1\n".formatted(1_700_006_400L + 86_400L * day, 1 + day % 2))
                .collect(Collectors.joining("", "timestamp,open,high,low,close,volume\n", ""));
    }

    @Test
    void aWindowThatIsTooShortForAnyStrategyIsSaidBefore() {
        strategy("STR-101", "SHORT");
        strategy("STR-102", "SHORT");
        workspace.write(".crypto/data/SHORT_1d.csv", days(60));

        assertThat(checked())
                .containsOnlyOnce("SHORT_1d.csv: bars that count at L0: 60, which give 47 observations at most at a"
                        + " horizon of 12; hit rate and ic need 200, and nothing passes without them: a longer"
                        + " data_period, a finer timeframe or more history would do");
        assertThat(run("check", workspace.root())).as("a warning").isZero();

        workspace.write(".crypto/data/SHORT_1d.csv", days(400));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("2 strategies that await L0 checked: 0 errors, 1 warning\n");
        assertThat(checked()).as("181 days of six months").contains("bars that count at L0: 18");

        workspace.write(".crypto/config/tiered-validation-protocol.yaml", "tiers: {L0: {data_period: 1 year}}\n");
        assertThat(checked()).doesNotContain("bars that count").contains("0 errors, 0 warnings");
    }

    @Test
    void oneOfAKindIsCountedAsOne() {
        strategy("STR-101", "NONEUSD");
        assertThat(checked()).endsWith("1 strategy that awaits L0 checked: 1 error, 0 warnings\n");
        run("status", workspace.root());
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n1 strategy, 1 awaits L0, 0 await L1\n");
    }

    @Test
    void whoNeedsBarsThatAreNotThereIsSaid() {
        for (int number = 101; number <= 107; number++) {
            strategy("STR-" + number, number == 107 ? "ELSEUSD" : "NONEUSD");
        }

        assertThat(checked())
                .containsOnlyOnce("no bars of NONEUSD 1d")
                .contains("(needed by STR-101, STR-102, STR-103, STR-104, STR-105 and 1 more)")
                .contains("(needed by STR-107)");
    }

    @Test
    void aStatusThatIsMisspelledIsSaidWithItsPlaceAndTheOneThatIsMeant() {
        workspace.write(".crypto/pipeline/queue.yaml", """
            queue:
              - id: STR-101
                status: PENDNG
              - {id: STR-102, status: "l0-pased"}
              - id: STR-103
                status: PENDNG
              - id: STR-104
                status: LO_PASSED
            """);

        assertThat(checked())
                .contains("queue.yaml:3:13: the status 'PENDNG' is not known, so STR-101 and 1 more are left alone as"
                        + " somebody else's; did you mean 'PENDING'?")
                .contains("queue.yaml:4:27: the status 'l0-pased' is not known, so STR-102 is left alone")
                .contains("did you mean 'L0_PASSED'?")
                .contains("queue.yaml:8:13: the status 'LO_PASSED'")
                .endsWith("0 strategies that await L0 checked: 0 errors, 3 warnings\n");
        assertThat(run("check", workspace.root())).as("a warning").isZero();
        assertThat(workspace.queue()).contains("status: PENDNG");
    }

    @Test
    void allMistakesOfAStrategyAreSaidAtOnce() {
        strategy("STR-101", "BTCUSD");
        workspace.write(
                ".crypto/knowledge/strategies/STR-101-any/parameters.yaml",
                "asset: BTCUSD\ntimeframe: 2h\nsignal: {horizon: 1, long: clos > 1, short: open <}\n");

        assertThat(checked())
                .contains("STR-101-any/parameters.yaml:2:12: timeframe must be one of")
                .contains("STR-101-any/parameters.yaml:3:28: signal.long: ")
                .contains("STR-101-any/parameters.yaml:3:45: signal.short: ")
                .endsWith("1 strategy that awaits L0 checked: 3 errors, 0 warnings\n");
    }

    @Test
    void aKeyThatIsMisspelledIsSaidWithItsPlaceAndTheOneThatIsMeant() {
        workspace.write(".crypto/pipeline/queue.yaml", """
            queue:
              - id: STR-101
                status: DONE
                priorty: 1
              - {id: STR-102, staus: PENDING}
              - id: STR-103
                status: DONE
                priorty: 2
              - id: STR-104
                priority: 1
                priorty: 2
                owner: ana
            """);

        assertThat(checked())
                .contains(
                        "queue.yaml:4:5: the key 'priorty' of STR-101 and 1 more is not known, and means nothing here;"
                                + " did you mean 'priority'?")
                .contains("queue.yaml:5:19: the key 'staus' of STR-102 is not known")
                .endsWith(", 2 warnings\n");
    }

    @Test
    void aTrialLedgerThatWouldKeepTheRunFromBeginningIsSaidBefore() {
        workspace.write(".crypto/pipeline/trials.csv", "garbage\n");

        assertThat(checked())
                .contains("error: /.crypto/pipeline/trials.csv:1:1: ")
                .endsWith("1 error, 0 warnings\n");
    }

    @Test
    void aGateThatIsMisspelledIsSaidForItWouldSilentlyNotBeThere() {
        workspace.write(".crypto/config/tiered-validation-protocol.yaml", """
            owner: ana
            tiers:
              L0: {data_periods: 3 months, gates: {min_ics: 0.5, min_ic: 0.02, min_dsr: 0.9}}
              L1:
                gates: {min_sharp: 2.5, min_profitfactor: 9}
                notes: {min_sharp: 1}
                max_fdr_q: 0.1
              L2: {min_ics: 1}
            """);

        assertThat(checked())
                .contains("protocol.yaml:3:8: the key 'data_periods' of L0 is not known and has no effect; did you mean"
                        + " 'data_period'?")
                .doesNotContain("'min_ics'")
                .contains("protocol.yaml:3:68: the key 'min_dsr' has no effect at L0; it is one of L1")
                .contains("protocol.yaml:5:13: the key 'min_sharp' of L1 is not known")
                .contains("did you mean 'min_profit_factor'?")
                .contains("protocol.yaml:7:5: the key 'max_fdr_q' has no effect at L1; it is one of L0")
                .endsWith("0 errors, 5 warnings\n");
    }

    @Test
    void aGateOfPValuesThatNothingGivesIsSaid() {
        workspace.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L0: {placebo_worlds: 0, gates: {max_fdr_q: 0.05}}}\n");

        assertThat(checked())
                .contains("protocol.yaml:1:52: max_fdr_q needs p-values, which come from rebuilt markets")
                .endsWith("0 errors, 1 warning\n");
    }

    @Test
    void whatEntriesInheritIsNoMisspelledKey() {
        workspace.write(".crypto/pipeline/queue.yaml", """
            common: &common {status: DONE}
            queue:
              STR-101: {<<: *common, state: kept}
              STR-102: {state: DONE}
            """);

        assertThat(checked())
                .contains("queue.yaml:4:13: the key 'state' of STR-102 is not known")
                .endsWith(", 1 warning\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IN_REVIEW",
                "DEQUEUED",
                "PENDING_REVIEW",
                "L2_PASSED",
                "AWAITING_L2",
                "DONE",
                "VALIDATING",
                "ARCHIVED"
            })
    void aStatusOfSomebodyElseIsNoMistake(String status) {
        workspace.write(".crypto/pipeline/queue.yaml", "queue:\n  - id: STR-101\n    status: " + status + "\n");

        assertThat(checked()).endsWith("0 errors, 0 warnings\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "# only this\n"})
    void aQueueFileWithoutAnythingIsSaidAndIsNoError(String text) {
        workspace.write(".crypto/pipeline/queue.yaml", text);

        assertThat(checked())
                .contains("warning: ")
                .contains("queue.yaml: there is nothing in this file; a queue holds the key 'queue' with the list of"
                        + " strategies")
                .endsWith("0 errors, 1 warning\n");
        assertThat(run("check", workspace.root())).as("a warning").isZero();
    }

    @Test
    void aQueueThatSaysItIsEmptyIsFine() {
        for (String text : List.of("queue: []\n", "queue:\n", "[]\n")) {
            workspace.write(".crypto/pipeline/queue.yaml", text);
            assertThat(checked()).as(text).endsWith("0 errors, 0 warnings\n");
        }
    }
}
