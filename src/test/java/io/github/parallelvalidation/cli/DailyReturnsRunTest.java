package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run makes of the daily returns that its workers leave.
@NullUnmarked // maps of parsed documents
class DailyReturnsRunTest {
    private static final String L1_PASS = "metrics \"sharpe\": 1.2, \"profit_factor\": 1.4, \"trades\": 60,"
            + " \"days\": 365, \"skewness\": 0.4, \"kurtosis\": 5";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestWorkspace workspace;

    @BeforeEach
    void make() {
        workspace = TestWorkspace.in(folder);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = TestTerminal.of(out, err);
        int status = new Cli(TestWorkspace.validation(), terminal, _ -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    private Map<String, Object> json(String... ids) throws IOException {
        String[] arguments = Stream.concat(
                        Stream.of("validate", workspace.root(), "--tier", "L1", "--json"),
                        Stream.of(ids).flatMap(id -> Stream.of("--strategy", id)))
                .toArray(String[]::new);
        run(arguments);
        return JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> metrics(Map<String, Object> result, int index) {
        return (Map<?, ?>) ((Map<?, ?>) ((List<?>) result.get("strategies")).get(index)).get("metrics");
    }

    private static double number(Map<?, ?> metrics, String name) {
        return ((Number) metrics.get(name)).doubleValue();
    }

    /// A strategy that passes, with a hundred days of noise of its own.
    private void passes(String id, int seed) {
        StringBuilder text = new StringBuilder("date,1\n");
        Random random = new Random(seed);
        for (int day = 0; day < 100; day++) {
            text.append(LocalDate.of(2026, 1, 1).plusDays(day))
                    .append(',')
                    .append(random.nextGaussian() / 100)
                    .append('\n');
        }
        passes(id, text.toString());
    }

    private void passes(String id, String returns) {
        workspace.strategy(id, "returns returns.csv", L1_PASS);
        workspace.write(".crypto/knowledge/strategies/" + id + "-test/returns.csv", returns);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(workspace.workspace().trialReturns())) {
            return files.sorted().toList();
        }
    }

    @Test
    void passesWhoseReturnsGoTogetherAreOneIdeaAndCountAsOneTrial() throws IOException {
        passes("STR-101", 1);
        passes("STR-102", 2);
        passes("STR-103", 1);
        Map<String, Object> result = json("STR-101", "STR-102", "STR-103");

        assertThat((Map<?, ?>) result.get("summary"))
                .extracting("same_ideas")
                .isEqualTo(List.of(List.of("STR-101", "STR-103")));
        assertThat(number(metrics(result, 0), "dsr_trials")).isCloseTo(2, within(0.15));
        assertThat(number(metrics(result, 0), "dsr_trials_counted")).isEqualTo(3);
        assertThat(metrics(result, 2).get("same_idea_as")).isEqualTo("STR-101");
        assertThat(metrics(result, 1).containsKey("same_idea_as")).isFalse();
        assertThat((List<?>) result.get("alerts")).asString().contains("these 2 passes are one idea: STR-101, STR-103");
        assertThat(kept()).hasSize(3);
    }

    @Test
    void aPassUnderRelaxedThresholdsMayBeTheSameIdeaAsAnother() throws IOException {
        passes("STR-101", 1);
        passes("STR-102", 1);
        passes("STR-103", 3);
        for (String id : List.of("STR-102", "STR-103")) {
            workspace.script(id, "returns returns.csv", L1_PASS.replace("1.2", "0.4"));
        }
        Map<String, Object> result = json("STR-101", "STR-102", "STR-103");
        assertThat((Map<?, ?>) result.get("summary")).extracting("same_ideas").isEqualTo(List.of());

        run("decide", workspace.root(), "--with", "relax", "--relax", "sharpe=0.3", "--json");
        Map<String, Object> relaxed = JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
        assertThat((Map<?, ?>) relaxed.get("summary"))
                .extracting("passed", "same_ideas")
                .containsExactly(3, List.of(List.of("STR-101", "STR-102")));
        assertThat((List<?>) relaxed.get("alerts"))
                .asString()
                .contains("these 2 passes are one idea: STR-101, STR-102");
    }

    @Test
    void aPassThatWasHadBeforeUnderAnotherNameIsSaidSo() throws IOException {
        passes("STR-101", 1);
        json("STR-101");
        String earlier = workspace.newestRun();
        passes("STR-104", 1);
        passes("STR-105", 5);
        Map<String, Object> result = json("STR-104", "STR-105");

        assertThat((Map<?, ?>) metrics(result, 0).get("earlier_pass"))
                .extracting("strategy_id", "run_id")
                .containsExactly("STR-101", earlier);
        assertThat(metrics(result, 1).containsKey("earlier_pass")).isFalse();

        run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-104");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("daily returns correlate 1.00 with STR-101, which passed on " + earlier.substring(0, 10))
                .contains("probability that the true Sharpe ratio is above 0: 0.88");
        run("report", workspace.root(), "--html", folder.resolve("report.html").toString());
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("What the Sharpe ratios say", "correlate 1.00 with STR-101");
    }

    /// Its figures do not hold the gates of today, but its run called it a pass.
    @Test
    void aPassUnderRelaxedThresholdsIsAnEarlierPassAsLongAsItsRunIsThere() throws IOException {
        passes("STR-101", 1);
        workspace.script("STR-101", "returns returns.csv", L1_PASS.replace("1.2", "0.4"));
        json("STR-101");
        String earlier = workspace.newestRun();
        run("decide", workspace.root(), "--with", "relax", "--relax", "sharpe=0.3");
        passes("STR-104", 1);
        assertThat((Map<?, ?>) metrics(json("STR-104"), 0).get("earlier_pass"))
                .extracting("strategy_id", "run_id")
                .containsExactly("STR-101", earlier);

        Files.delete(workspace.workspace().plan(earlier));
        assertThat((Map<?, ?>) metrics(json("STR-104"), 0).get("earlier_pass")).isNull();
    }

    @Test
    void whatFailedBeforeIsNoEarlierPass() throws IOException {
        passes("STR-101", 1);
        json("STR-101");
        String plan = ".crypto/pipeline/parallel-validation-" + workspace.newestRun() + ".yaml";
        workspace.write(plan, workspace.read(plan).replace("verdict: PASS", "verdict: FAIL"));
        passes("STR-104", 1);

        assertThat(metrics(json("STR-104"), 0).containsKey("earlier_pass")).isFalse();
    }

    @Test
    void malformedReturnsAreLeftOutAndSaidAndTheTrialCountsAsOne() throws IOException {
        passes("STR-101", 1);
        passes("STR-102", "date,1\n2026-01-01,plenty\n");
        Map<String, Object> result = json("STR-101", "STR-102");

        assertThat(((Map<?, ?>) result.get("summary")).get("passed")).isEqualTo(2);
        assertThat((List<?>) result.get("alerts"))
                .asString()
                .contains("L1_daily_returns.csv:2:")
                .contains("a return must be a number or empty, found 'plenty'")
                .contains("the trial counts as one that resembles no other");
        assertThat(number(metrics(result, 0), "dsr_trials")).isEqualTo(2);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatWasKeptOfAnEarlierTrialAndIsDamagedIsLeftOutAndSaid() throws IOException {
        passes("STR-101", 1);
        json("STR-101");
        Files.writeString(kept().getFirst(), "gone\n");
        passes("STR-104", 1);
        Map<String, Object> result = json("STR-104");

        assertThat(metrics(result, 0).containsKey("earlier_pass")).isFalse();
        assertThat(number(metrics(result, 0), "dsr_trials")).isEqualTo(2);
        assertThat((List<?>) result.get("alerts")).asString().contains("pipeline/trials/STR-101_");
    }

    @Test
    void anOldLedgerWithARatioThatRoundingMadeChangesNothingButTheCount() throws IOException {
        passes("STR-101", 1);
        passes("STR-102", 2);
        double before = number(metrics(json("STR-101", "STR-102"), 0), "dsr_2014");
        workspace.write(
                ".crypto/pipeline/trials.csv",
                workspace.read(".crypto/pipeline/trials.csv")
                        + "2020-01-05-090000,STR-999,1,aa,L1,,,,,,120000000000000000,,60,,,,365\n");
        Map<?, ?> after = metrics(json("STR-101", "STR-102"), 0);

        assertThat(number(after, "dsr_trials_counted")).isEqualTo(3);
        assertThat(number(after, "dsr_2014")).isCloseTo(before, within(0.05));
        assertThat(number(after, "dsr")).isBetween(0.5, 1.0);
    }

    @Test
    void theReturnsOfAnEarlierAttemptAreNotTakenForThoseOfThisOne() throws IOException {
        passes("STR-101", 1);
        json("STR-101");
        workspace.script("STR-101", L1_PASS);
        json("STR-101");

        Path results = workspace.workspace().strategies().resolve("STR-101-test/backtest-results");
        assertThat(results.resolve("L1_daily_returns.csv")).doesNotExist();
        try (Stream<Path> archived = Files.list(results.resolve("archive"))) {
            assertThat(archived.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith("_L1_daily_returns.csv"));
        }
    }
}
