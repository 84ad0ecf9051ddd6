package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strategies made and duplicated on the command line.
@NullUnmarked // JUnit fills the fields
class NewStrategyTest {
    @TempDir
    private Path folder;

    private TestWorkspace workspace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void anEmptyQueue() {
        workspace = TestWorkspace.in(folder);
        workspace.write(".crypto/pipeline/queue.yaml", "queue: []\n");
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), _ -> 0).run(arguments);
    }

    private int make(String id, String rule) {
        return run(
                "new", id, workspace.root(), "--name", "RSI", "--asset", "BTCUSD", "--timeframe", "1h", "--long", rule);
    }

    @Test
    void aStrategyIsMadeAndAVariationOfIt() {
        assertThat(make("next", "rsi(close, 14) < 30")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("made STR-101, which awaits L0");
        assertThat(run("duplicate", "STR-101", "STR-205", workspace.root())).isZero();

        assertThat(workspace.queue()).isEqualTo("""
            queue:
              - id: STR-101
                name: RSI
                status: PENDING
              - id: STR-205
                name: "RSI (variation)"
                status: PENDING
            """);
        assertThat(workspace.read(".crypto/knowledge/strategies/STR-205-rsi-variation/parameters.yaml"))
                .isEqualTo(workspace.read(".crypto/knowledge/strategies/STR-101-rsi/parameters.yaml"))
                .contains("long: rsi(close, 14) < 30\n");
    }

    @Test
    void whoMakesAStrategyLearnsThatThereAreNoBarsForIt() {
        assertThat(make("next", "rsi(close, 14) < 30")).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("warning: Not counted: .crypto/data: no bars of BTCUSD 1h;");
    }

    @Test
    void whatCannotBeMadeIsSaidInASentence() {
        assertThat(make("STR-1", "close > 1")).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("an id is STR- and 3 to 18 digits, such as STR-101, found 'STR-1'\n");
        assertThat(make("STR-101", "rsi(close, 14) < 3O")).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("signal.long, column 19: ");
        assertThat(run(
                        "new",
                        "next",
                        workspace.root(),
                        "--name",
                        "odd",
                        "--asset",
                        "BTCUSD",
                        "--timeframe",
                        "7h",
                        "--long",
                        "close > 1"))
                .isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("timeframe must be one of 1m 5m 15m 30m 1h 4h 8h 12h 1d 1w, found '7h'\n");
        assertThat(run("duplicate", "STR-101", "next", workspace.root())).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("there is no folder of STR-101 to copy");
        assertThat(workspace.queue()).isEqualTo("queue: []\n");
    }

    @Test
    void anIdWithMoreDigitsThanItMayHaveIsToldHowManyThereMayBe() {
        assertThat(make("STR-99999999999999999999", "close > 1")).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("an id is STR- and 3 to 18 digits, such as STR-101, found 'STR-99999999999999999999'\n");
    }

    @Test
    void aControlCharacterInANameIsToldWithItsPlace() {
        assertThat(create("a\tb", "BTCUSD")).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("a name is one line without control characters, found U+0009 as its character 2\n");
        assertThat(create("a".repeat(121), "BTCUSD")).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("a name is one line of at most 120 characters, found 121\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/BTC", "a/b/c", "..", ".", "BTC\\USD", "BTC\tUSD", "BTC*", "-", "a b c"})
    void anAssetThatNoFileCouldBeNamedByIsRefused(String asset) {
        assertThat(create("odd", asset)).isEqualTo(ExitStatus.USAGE_OR_FILE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("an asset is a symbol as the files of bars are named, such as BTCUSD or BTC/USD, found '");
        assertThat(workspace.queue()).isEqualTo("queue: []\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BTC/USDT:USDT",
                "BRK.B",
                ".BXBT",
                "^GSPC",
                "ES1!",
                "EURUSD=X",
                "M&M",
                "1000PEPE_USDT",
                "1",
                "Öl",
                "币USDT"
            })
    void anAssetIsASymbolOfAnyExchange(String asset) {
        assertThat(create("plain", asset)).isZero();
    }

    private int create(String name, String asset) {
        return run(
                "new",
                "next",
                workspace.root(),
                "--name",
                name,
                "--asset",
                asset,
                "--timeframe",
                "1h",
                "--long",
                "close > 1");
    }
}
