package io.github.parallelvalidation.worker;

import static io.github.parallelvalidation.worker.ProgramWorkspace.child;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // JUnit fills the fields
class SignalProgramTest {
    @TempDir
    private Path root;

    private ProgramWorkspace workspace;

    @BeforeEach
    void workspace() throws IOException {
        workspace = new ProgramWorkspace(root);
    }

    @Test
    void anHonestProgramIsMeasuredLikeTheExpressionItComputes() throws IOException {
        assertThat(workspace.strategy(child("honest")).run(Tier.L0)).isLessThan(2);
        String byProgram = metrics(Tier.L0);
        Path events = workspace.folder().resolve("backtest-results/L0_events.csv");
        String eventsByProgram = Files.readString(events);
        assertThat(workspace.output())
                .contains("given 3000 bars and {\"lookback\":20,\"stretch\":1.5,\"hold_bars\":24}")
                .containsPattern("given 1[4-9]\\d\\d bars");

        Files.writeString(workspace.folder().resolve("parameters.yaml"), """
            asset: BTCUSD
            timeframe: 1h
            signal: {score: "-diff(close, 20)", long: "score > 0", short: "score < 0", horizon: 4}
            """);
        workspace.run(Tier.L0);
        assertThat(metrics(Tier.L0)).isEqualTo(byProgram);
        assertThat(events).hasContent(eventsByProgram);
        assertThat(eventsByProgram.lines().count()).isGreaterThan(100);
    }

    @Test
    void entriesMayComeFromTheProgramOrFromExpressionsOnItsScore() throws IOException {
        workspace.strategy(child("entries")).run(Tier.L0);
        String byProgram = metrics(Tier.L0);
        workspace
                .strategy(child("honest"), "long: \"score > 1\"", "short: \"score < -1\"")
                .run(Tier.L0);

        assertThat(metrics(Tier.L0)).isEqualTo(byProgram);
    }

    @Test
    void entriesThatBothSayAreRefused() throws IOException {
        assertFails(
                workspace.strategy(child("entries"), "long: \"score > 1\""),
                "STRATEGY_INVALID",
                "signal.long is an expression, and the program writes a column 'long'; one of them must go");
    }

    @ParameterizedTest
    @CsvSource({"next-bar, score", "next-bar-entries, long", "mean-of-all, score"})
    void aProgramThatLooksAheadIsCaught(String behaviour, String what) throws IOException {
        assertFails(
                workspace.strategy(child(behaviour)),
                "LOOKAHEAD_BIAS",
                "the program looks ahead: at 2025-",
                "the " + what);
        assertThat(workspace.results(Tier.L0)).contains("with all bars", "with the bars before 2025-0");
    }

    @Test
    void lookingAheadByOneBarIsSeenAtTheLastBarBeforeTheCut() throws IOException {
        workspace.strategy(child("next-bar")).run(Tier.L0);

        assertThat(workspace.results(Tier.L0))
                .containsPattern("at 2025-03-04T11:00:00Z .* and NaN with the bars before 2025-03-04T12:00:00Z only");
    }

    @Test
    void aProgramThatReadsOtherPricesIsCaughtByTheirTimes() throws IOException {
        assertFails(
                workspace.strategy(child("own-data", workspace.bars().toString())),
                "LOOKAHEAD_BIAS",
                "the program wrote a row for",
                "it reads other prices than {bars}");
    }

    @Test
    void lastDigitsThatDifferAreForgiven() throws IOException {
        assertThat(workspace.strategy(child("rounding")).run(Tier.L0))
                .as(workspace.output())
                .isLessThan(2);
    }

    @Test
    void aRandomProgramIsToldThatItIsRandom() throws IOException {
        assertFails(
                workspace.strategy(child("random")),
                "STRATEGY_ERROR",
                "the program says something else each time it is given the same bars",
                "fix its random seed");
    }

    @Test
    void atL1ThreeCutsAreTriedAndTheNeighboursGetScaledNumbers() throws IOException {
        assertThat(workspace
                        .strategy(child("honest", "{stretch}", "{parameters}"))
                        .run(Tier.L1))
                .as(workspace.output())
                .isLessThan(2);
        List<String> runs = workspace
                .output()
                .lines()
                .filter(line -> line.startsWith("given"))
                .toList();

        assertThat(runs).hasSize(6);
        assertThat(runs.stream().filter(run -> run.startsWith("given 3000 "))).hasSize(3);
        assertThat(runs.get(4)).endsWith("{\"lookback\":18,\"stretch\":1.35,\"hold_bars\":22}");
        assertThat(runs.get(5)).contains("{\"lookback\":22,\"stretch\":1.65").endsWith("\"hold_bars\":26}");
        assertThat(workspace.results(Tier.L1)).contains("lookback: 18");
    }

    @Test
    void aCrashIsToldWithTheLastWords() throws IOException {
        assertFails(
                workspace.strategy(child("crash")),
                "STRATEGY_ERROR",
                "ended with exit status 7: Traceback (most recent call last): | KeyError: 'clos'");
        assertThat(workspace.output()).contains("KeyError: 'clos'\n");
    }

    @Test
    void itsCommandIsSaidAsAShellWouldNeedIt() throws IOException {
        assertFails(
                workspace.strategy(child("crash", "two words", "it's")),
                "STRATEGY_ERROR",
                "crash {bars} {signals} 'two words' 'it'\\''s' ended with exit status 7");
    }

    @Test
    void aProgramThatWritesNothingSaysNothing() throws IOException {
        assertFails(workspace.strategy(child("silent")), "STRATEGY_ERROR", "ended without writing {signals}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "timestamp,scor;T0,1 # signals.csv:1: the column 'scor' is not known; did you mean 'score'?",
                "timestamp,long;T0,1 # signals.csv:1: the column 'score' is missing; found [timestamp, long]",
                "timestamp,score,score;T0,1,1 # signals.csv:1: the column 'score' is there twice",
                "timestamp,score;soon,1 # signals.csv:2: 'soon' is no timestamp; write it as in the bars, such as"
                        + " 2025-01",
                "timestamp,score;2025-02-30,1 # signals.csv:2: '2025-02-30' is no timestamp",
                "timestamp,score;2024-01-01,1 # signals.csv:2: there is no bar at 2024-01-01",
                "timestamp,score;T0,1;T0,2 # signals.csv:3: the bar 2025-01-01T00:00:00Z has a second row",
                "timestamp,score;T0,1d # signals.csv:2: the score '1d' is no number",
                "timestamp,score,long;T0,1,yes # signals.csv:2: 'long' is 'yes'; write true or false, or 1 or 0",
                "timestamp,score;T0 # signals.csv cannot be read"
            })
    void aWrongRowIsNamedWithItsLine(String text, String message) throws IOException {
        assertFails(workspace.strategy(child(text)), "STRATEGY_ERROR", message);
    }

    @Test
    void anUnknownProgramIsRefusedBeforeAnythingRuns() throws IOException {
        Files.writeString(workspace.folder().resolve("run.py"), "");
        workspace.strategy("[run.py, \"{bars}\", \"{signals}\"]");

        assertThat(new BuiltInInspector(Trust.ACCEPTANCES)
                        .inspection(workspace.workspace(), Tier.L0)
                        .of(workspace.folder())
                        .errors())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(4);
                    assertThat(problem.message())
                            .startsWith("the program 'run.py' is not there or cannot be executed; tried ")
                            .endsWith("the strategy's own folder is not searched: write ./run.py");
                });
        assertFails(workspace, "STRATEGY_INVALID", "parameters.yaml:4:12: the program 'run.py'");
    }

    @Test
    void aCheckDoesNotRunTheProgram() throws IOException {
        workspace.strategy(child("crash"));

        assertThat(new BuiltInInspector(Trust.ACCEPTANCES)
                        .inspection(workspace.workspace(), Tier.L0)
                        .of(workspace.folder())
                        .errors())
                .isEmpty();
    }

    /// In a process with a folder of its own for them: others may use the machine's at the same time.
    @Test
    void noTemporaryFileIsLeft(@TempDir Path temporary) throws IOException, InterruptedException {
        for (String behaviour : List.of("honest", "crash")) {
            Files.setLastModifiedTime(temporary, FileTime.from(Instant.EPOCH));
            int status = workspace.strategy(child(behaviour)).runElsewhere(Tier.L0, temporary);

            assertThat(status).as(workspace.output()).isIn(0, 1, 3);
            assertThat(temporary).isEmptyDirectory();
            assertThat(Files.getLastModifiedTime(temporary).toInstant())
                    .as("something was there: " + workspace.output())
                    .isAfter(Instant.EPOCH);
        }
    }

    private static void assertFails(ProgramWorkspace workspace, String category, String... messages) {
        assertThat(workspace.run(Tier.L0)).as(workspace.output()).isEqualTo(3);
        assertThat(workspace.results(Tier.L0)).contains("category: " + category + "\n");
        // YAML doubles the quotes of a quoted text.
        assertThat(workspace.results(Tier.L0).replace("''", "'")).contains(messages);
    }

    private String metrics(Tier tier) {
        String results = workspace.results(tier);
        // Luck is counted in another way for a program than for an expression.
        return results.substring(results.indexOf("metrics:"), results.indexOf("ic_p_value:"));
    }
}
