package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The metrics of every sample strategy, computed once more from the files beside its results and the bars, by
/// somebody who knows only what the documentation says of these files.
@NullUnmarked // JUnit fills the fields
class TraceOfSamplesTest {
    private static final Path SAMPLE = Path.of("assets/sample-workspace");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> theEventsOfAScreenGiveItsFigures() throws IOException {
        return ofEach(Tier.L0, TraceOfSamplesTest::checkScreen);
    }

    @TestFactory
    List<DynamicTest> tradesAndEquityOfABacktestGiveItsFigures() throws IOException {
        return ofEach(Tier.L1, TraceOfSamplesTest::checkBacktest);
    }

    /// @param results of one strategy
    /// @param bars time to open and close
    private record Judged(Path results, YamlMapping document, YamlMapping parameters, Map<String, double[]> bars) {
        double metric(String name) {
            return part(document, "metrics").number(name);
        }
    }

    private static YamlMapping part(YamlMapping document, String key) {
        return document.find(key).orElseThrow().asMapping(key);
    }

    private interface Check {
        void of(Judged judged) throws IOException;
    }

    private List<DynamicTest> ofEach(Tier tier, Check check) throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(SAMPLE, folder.resolve(tier.name()));
        Map<String, Map<String, double[]>> markets = Map.of(
                "BTCUSD", bars(SAMPLE.resolve(".crypto/data/BTCUSD_1h.csv")),
                "ETHUSD", bars(SAMPLE.resolve(".crypto/data/ETHUSD_4h.csv.gz")));
        try (Stream<Path> folders = Files.list(workspace.workspace().strategies())) {
            return folders.sorted()
                    .map(strategy -> DynamicTest.dynamicTest(
                            String.valueOf(strategy.getFileName()),
                            () -> check.of(judge(workspace, tier, strategy, markets))))
                    .toList();
        }
    }

    private static Judged judge(
            TestWorkspace workspace, Tier tier, Path strategy, Map<String, Map<String, double[]>> markets) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = WorkerMain.run(
                List.of(
                        "--tier",
                        tier.name(),
                        "--strategy-id",
                        String.valueOf(strategy.getFileName()).substring(0, 7)),
                Map.of("PV_WORKSPACE", workspace.root()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isLessThan(2);
        YamlMapping parameters =
                YamlDocument.read(strategy.resolve("parameters.yaml")).asMapping("parameters");
        ResultFiles files = new ResultFiles(strategy.resolve("backtest-results"), tier);
        return new Judged(
                files.folder(),
                YamlDocument.read(files.results()).asMapping("results"),
                parameters,
                Objects.requireNonNull(markets.get(parameters.text("asset").replace("/", ""))));
    }

    private static void checkScreen(Judged judged) throws IOException {
        List<Map<String, String>> events = lines(judged.results().resolve("L0_events.csv"));
        List<String> times = List.copyOf(judged.bars().keySet());
        Map<String, Integer> places = new HashMap<>();
        times.forEach(time -> places.put(time, places.size()));
        int horizon = part(judged.parameters(), "signal").count("horizon");
        int hits = 0;
        int counted = 0;
        for (Map<String, String> event : events) {
            int place = places.get(event.get("time"));
            double direction = Double.parseDouble(event.get("direction"));
            assertThat(Double.parseDouble(event.get("close")))
                    .isEqualTo(judged.bars().get(event.get("time"))[1]);
            OptionalDouble forward = place + 1 + horizon < times.size()
                    ? OptionalDouble.of(judged.bars().get(times.get(place + 1 + horizon))[0]
                                    / judged.bars().get(times.get(place + 1))[0]
                            - 1)
                    : OptionalDouble.empty();
            assertThat(number(event, "forward_return")).isEqualTo(forward);
            boolean counts = forward.isPresent()
                    && forward.getAsDouble() != 0
                    && !event.get("score").isEmpty();
            boolean hit = counts && direction * forward.getAsDouble() > 0;
            assertThat(event.get("hit")).isEqualTo(counts ? hit ? "1" : "0" : "");
            counted += counts ? 1 : 0;
            hits += hit ? 1 : 0;
        }
        assertThat(judged.metric(MetricNames.SIGNAL_FREQUENCY))
                .isEqualTo(events.size())
                .isPositive();
        assertThat(judged.metric(MetricNames.HIT_RATE)).isEqualTo((double) hits / counted);
        assertThat(events).isSortedAccordingTo((a, b) -> a.get("time").compareTo(b.get("time")));
    }

    private static void checkBacktest(Judged judged) throws IOException {
        List<Map<String, String>> trades = lines(judged.results().resolve("L1_trades.csv"));
        List<Map<String, String>> marks = lines(judged.results().resolve("L1_equity.csv"));
        double factor = 1;
        double gains = 0;
        double losses = 0;
        int wins = 0;
        int held = 0;
        for (Map<String, String> trade : trades) {
            boolean isLast = trade.get("exit_reason").equals("end_of_window");
            double entry = judged.bars().get(trade.get("entry_time"))[0];
            double exit = judged.bars().get(trade.get("exit_time"))[isLast ? 1 : 0];
            double net = Double.parseDouble(trade.get("net_return"));
            int direction = trade.get("side").equals("long") ? 1 : -1;
            assertThat(Double.parseDouble(trade.get("entry_price"))).isEqualTo(entry);
            assertThat(Double.parseDouble(trade.get("exit_price"))).isEqualTo(exit);
            assertThat(net).isCloseTo(0.999 * 0.999 * (1 + direction * (exit / entry - 1)) - 1, within(1e-12));
            factor *= 1 + net;
            gains += Math.max(0, net);
            losses -= Math.min(0, net);
            wins += net > 0 ? 1 : 0;
            held += Integer.parseInt(trade.get("bars_held"));
        }
        assertThat(judged.metric(MetricNames.TRADES)).isEqualTo(trades.size()).isPositive();
        assertThat(judged.metric(MetricNames.WIN_RATE)).isEqualTo((double) wins / trades.size());
        assertThat(judged.metric(MetricNames.PROFIT_FACTOR)).isCloseTo(gains / losses, within(1e-9));
        assertThat(judged.metric(MetricNames.TOTAL_RETURN)).isCloseTo(factor - 1, within(1e-9));
        checkEquity(judged, marks, held);
    }

    private static void checkEquity(Judged judged, List<Map<String, String>> marks, int held) {
        double peak = 0;
        double deepest = 0;
        int positions = 0;
        double dayBefore = 1;
        List<Double> daily = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            double equity = Double.parseDouble(marks.get(i).get("equity"));
            peak = Math.max(peak, equity);
            deepest = Math.max(deepest, 1 - equity / peak);
            positions += marks.get(i).get("position").equals("0") ? 0 : 1;
            if (i + 1 == marks.size() || !day(marks.get(i)).equals(day(marks.get(i + 1)))) {
                daily.add(equity / dayBefore - 1);
                dayBefore = equity;
            }
        }
        assertThat(marks).hasSize(part(judged.document(), "data").count("window_bars"));
        assertThat(marks.getLast().get("time"))
                .isEqualTo(part(judged.document(), "data").text("last"));
        assertThat(judged.metric(MetricNames.TOTAL_RETURN))
                .isEqualTo(Double.parseDouble(marks.getLast().get("equity")) - 1);
        assertThat(judged.metric(MetricNames.MAX_DRAWDOWN)).isEqualTo(deepest);
        assertThat(judged.metric(MetricNames.EXPOSURE)).isEqualTo((double) positions / marks.size());
        assertThat(held).isEqualTo(positions);
        assertThat(judged.metric(MetricNames.BENCHMARK_RETURN))
                .isEqualTo(Double.parseDouble(marks.getLast().get("holding")) - 1);
        double mean = daily.stream().mapToDouble(r -> r).average().orElseThrow();
        double variance =
                daily.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum() / (daily.size() - 1);
        assertThat(judged.metric(MetricNames.SHARPE))
                .isCloseTo(mean / Math.sqrt(variance) * Math.sqrt(365), within(1e-9));
    }

    private static String day(Map<String, String> mark) {
        return mark.get("time").substring(0, 10);
    }

    private static OptionalDouble number(Map<String, String> line, String column) {
        String text = line.get(column);
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private static List<Map<String, String>> lines(Path file) throws IOException {
        List<String> lines = Files.readString(file).lines().toList();
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> found = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < names.length; i++) {
                named.put(names[i], cells[i]);
            }
            found.add(named);
        }
        return found;
    }

    private static Map<String, double[]> bars(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream stream = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> names = List.of(lines.getFirst().split(",", -1));
            Map<String, double[]> bars = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                bars.put(time(cells[0]), new double[] {
                    Double.parseDouble(cells[names.indexOf("open")]), Double.parseDouble(cells[names.indexOf("close")])
                });
            }
            return bars;
        }
    }

    private static String time(String text) {
        return text.matches("\\d+")
                ? Instant.ofEpochSecond(Long.parseLong(text)).toString()
                : Instant.parse(text.replace(' ', 'T').replaceFirst("(\\+00:00|Z)?$", "Z"))
                        .toString();
    }
}
