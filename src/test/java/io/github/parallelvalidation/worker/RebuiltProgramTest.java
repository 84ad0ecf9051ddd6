package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.luck.WorldsFile;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Strategies' own programs on rebuilt markets, and the file of what a strategy scores there. The program is a few
/// lines of awk, which starts in no time; it notes how many bars it was given each time.
@NullUnmarked // JUnit fills the fields
class RebuiltProgramTest {
    private static final String PROGRAM = """
        NR == 1 { print "timestamp,score" > out; next }
        {
            close_[NR] = $5 + 0
            if (NR > 21) printf "%s,%.17g\\n", $1, close_[NR - 20] - close_[NR] > out
        }
        END { print NR - 1 >> "runs.txt" }
        """;
    private static final String COMMAND = "[awk, '-F,', '-v', 'out={signals}', '-f', reversion.awk, '{bars}']";

    @TempDir
    private Path root;

    private ProgramWorkspace workspace;

    @BeforeEach
    void workspace() throws IOException, InterruptedException {
        Needs.that(Commands.works(List.of("awk", "BEGIN { exit 0 }")), "there is no awk here");
        workspace = new ProgramWorkspace(root);
        Files.writeString(workspace.folder().resolve("reversion.awk"), PROGRAM);
        protocol("placebo_worlds: 19, placebo_worlds_max: 40");
    }

    private void protocol(String keys) throws IOException {
        Path file = root.resolve(".crypto/config/tiered-validation-protocol.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "tiers:\n  L0: {%s}\n  L1: {%s, data_period: 6 months}\n".formatted(keys, keys));
    }

    private void expression() throws IOException {
        Files.writeString(workspace.folder().resolve("parameters.yaml"), """
            asset: BTCUSD
            timeframe: 1h
            signal: {score: "-diff(close, 20)", long: "score > 0", short: "score < 0", horizon: 4}
            entry: {lookback: 20, stretch: 1.5}
            exit: {hold_bars: 24, long: "score < 0"}
            """);
    }

    private void run(Tier tier) {
        assertThat(workspace.run(tier)).as(workspace.output()).isLessThan(2);
    }

    private Path file(Tier tier) {
        return workspace.folder().resolve("backtest-results").resolve(WorldsFile.name(tier));
    }

    private Worlds worlds(Tier tier) throws IOException {
        return WorldsFile.parse(file(tier), Files.readString(file(tier)), tier);
    }

    private List<String> runs() throws IOException {
        return Files.readAllLines(workspace.folder().resolve("runs.txt"));
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aProgramScoresOnRebuiltMarketsWhatItsExpressionDoes(Tier tier) throws IOException {
        workspace.strategy(COMMAND, "placebo: rebuilt", "placebo_worlds: 19").run(tier);
        String ofProgram = workspace.results(tier);
        Worlds byProgram = worlds(tier);
        expression();
        run(tier);
        Worlds byExpression = worlds(tier);

        assertThat(ofProgram)
                .contains("placebo_method: rebuilt", "placebo_worlds: 19", "luck: 0.")
                .doesNotContain("luck: null");
        assertThat(ofProgram).containsPattern((tier == Tier.L0 ? "ic" : "sharpe") + "_p_value: [01]");
        assertThat(byProgram.count()).isEqualTo(19);
        for (String column : tier.worldColumns()) {
            for (int world = 1; world <= 19; world++) {
                assertThat(byProgram.value(column, world))
                        .as("%s of world %d", column, world)
                        .isCloseTo(byExpression.value(column, world), within(1e-9));
            }
        }
    }

    /// On rebuilt markets nothing can be looked ahead of, and the neighbours of L1 are for the market as it is.
    @ParameterizedTest
    @CsvSource({"L0, 1, 0", "L1, 3, 2"})
    void lookingAheadIsCheckedOnTheMarketAsItIsAlone(Tier tier, int cuts, int neighbours) throws IOException {
        workspace.strategy(COMMAND, "placebo: rebuilt", "placebo_worlds: 23");
        run(tier);
        List<String> runs = runs();
        String all = runs.getFirst();

        assertThat(runs).hasSize(1 + cuts + neighbours + 23);
        assertThat(runs.stream().filter(run -> !run.equals(all))).hasSize(cuts);
        assertThat(runs.subList(1, 1 + cuts)).doesNotContain(all);
    }

    @Test
    void withoutANumberItIsNinetyNineWorlds() throws IOException {
        workspace.strategy(COMMAND, "placebo: rebuilt");
        run(Tier.L0);

        assertThat(worlds(Tier.L0).count()).isEqualTo(99);
        assertThat(workspace.results(Tier.L0)).contains("placebo_worlds: 99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "placebo: circular_shift"})
    void elseTheScoreIsShifted(String line) throws IOException {
        workspace.strategy(COMMAND, line);
        run(Tier.L0);

        assertThat(workspace.results(Tier.L0)).contains("placebo_method: circular_shift", "luck: 0.");
        assertThat(file(Tier.L0)).doesNotExist();
        assertThat(runs()).hasSize(2);
        run(Tier.L1);
        assertThat(workspace.results(Tier.L1))
                .contains("luck: null", "sharpe_p_value: null", "only where signal.placebo is 'rebuilt'");
        assertThat(file(Tier.L1)).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "placebo: shuffled # 6:12 # signal.placebo must be 'rebuilt' or 'circular_shift', found 'shuffled'",
                "placebo: [rebuilt] # 6:12 # signal.placebo must be",
                "placebo: rebuilt, placebo_worlds: 18 # 7:19 # signal.placebo_worlds must be",
                "placebo: rebuilt, placebo_worlds: 200 # 7:19 # signal.placebo_worlds must be",
                "placebo: rebuilt, placebo_worlds: many # 7:19 # signal.placebo_worlds must be",
                "placebo: rebuilt, placebo_worlds: 19.5 # 7:19 # signal.placebo_worlds must be",
                "placebo_worlds: 19 # 6:19 # signal.placebo_worlds belongs to 'placebo: rebuilt'",
                "placebo: circular_shift, placebo_worlds: 19 # 7:19 # signal.placebo_worlds belongs to 'placebo:"
                        + " rebuilt'"
            })
    void aWrongPlaceboIsNamedWithItsPlace(String lines, String place, String message) throws IOException {
        workspace.strategy(COMMAND, lines.split(", (?=placebo)"));

        assertThat(workspace.run(Tier.L0)).isEqualTo(3);
        assertThat(workspace.results(Tier.L0).replace("''", "'").replaceAll("\\s+", " "))
                .contains("category: STRATEGY_INVALID", "parameters.yaml:" + place + ": " + message);
    }

    @Test
    void expressionsHaveNoChoice() throws IOException {
        Files.writeString(workspace.folder().resolve("parameters.yaml"), """
            asset: BTCUSD
            timeframe: 1h
            signal:
              score: close
              long: "score > 0"
              horizon: 4
              placebo: circular_shift
            """);

        assertThat(workspace.run(Tier.L0)).isEqualTo(3);
        assertThat(workspace.results(Tier.L0)).contains("parameters.yaml:7:12: signal.placebo is for strategies with");
    }

    /// How luck is counted decides no signal: the ledger counts one trial.
    @Test
    void theSameStrategyHasTheSameHashHoweverItsLuckIsCounted() throws IOException {
        List<String> hashes = List.of(
                hash(),
                hash("placebo: circular_shift"),
                hash("placebo: rebuilt"),
                hash("placebo: rebuilt", "placebo_worlds: 19"));

        assertThat(hashes).containsOnly(hashes.getFirst());
        assertThat(hash("long: 'score > 1'")).isNotEqualTo(hashes.getFirst());
    }

    private String hash(String... lines) throws IOException {
        workspace.strategy(COMMAND, lines);
        return StrategyFile.read(workspace.folder().resolve("parameters.yaml"))
                .strategy()
                .hash();
    }

    @Test
    void withoutWorldsAProgramHasNoLuckAtL1EitherAndTheProtocolIsWhy() throws IOException {
        workspace.strategy(COMMAND);
        protocol("placebo_worlds: 0");
        run(Tier.L1);
        assertThat(workspace.results(Tier.L1))
                .contains("luck: null", "sharpe_p_value: null", "sharpe_noise_95: null")
                .contains("sharpe_p_value: no placebo worlds were asked for, so luck is not known");
    }

    @Test
    void theFileOfAnEarlierPlaceboDoesNotStayBesideResultsThatHaveNone() throws IOException {
        expression();
        run(Tier.L0);
        assertThat(file(Tier.L0)).exists();
        protocol("placebo_worlds: 0");
        run(Tier.L0);
        assertThat(file(Tier.L0)).doesNotExist();
        assertThat(workspace.results(Tier.L0))
                .contains("luck: null", "ic_p_value: null", "no placebo worlds were asked for");

        protocol("placebo_worlds: 19");
        run(Tier.L0);
        run(Tier.L1);
        workspace.strategy(COMMAND);
        run(Tier.L0);
        assertThat(file(Tier.L0)).doesNotExist();
        assertThat(file(Tier.L1)).as("that of the other tier stays").exists();

        expression();
        run(Tier.L0);
        workspace.strategy("[awk, 'BEGIN { exit 3 }', '{bars}', '{signals}']");
        assertThat(workspace.run(Tier.L0)).isEqualTo(3);
        assertThat(file(Tier.L0)).as("an error has no worlds").doesNotExist();
    }

    @Test
    void aLinkInThePlaceOfTheFileIsReplacedAndWhatItLeadsToStays() throws IOException {
        expression();
        run(Tier.L0);
        Path elsewhere = Files.writeString(root.resolve("elsewhere.csv"), "mine");
        Files.delete(file(Tier.L0));
        Files.createSymbolicLink(file(Tier.L0), elsewhere);
        run(Tier.L0);

        assertThat(file(Tier.L0)).isRegularFile().isNotEqualTo(elsewhere);
        assertThat(Files.isSymbolicLink(file(Tier.L0))).isFalse();
        assertThat(elsewhere).hasContent("mine");
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void twoRunsWriteTheSameBytesWhateverTheLanguageOfTheMachine(Tier tier) throws IOException {
        expression();
        run(tier);
        String file = Files.readString(file(tier));
        String results = measured(tier);
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                run(tier);
                assertThat(Files.readString(file(tier))).as(language).isEqualTo(file);
                assertThat(measured(tier)).as(language).isEqualTo(results);
            }
        } finally {
            Locale.setDefault(before);
        }
        assertThat(file.lines()).hasSize(20);
        assertThat(file.lines().findFirst()).hasValue("world," + String.join(",", tier.worldColumns()));
        assertThat(results).contains(MetricNames.PLACEBO_WORLDS + ": ");
    }

    private String measured(Tier tier) {
        return workspace
                .results(tier)
                .lines()
                .dropWhile(line -> !line.startsWith("metrics:"))
                .collect(Collectors.joining("\n"));
    }
}
