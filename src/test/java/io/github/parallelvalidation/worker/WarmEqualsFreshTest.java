package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.RandomBars;
import io.github.parallelvalidation.gate.Tier;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A worker that has judged others before writes, to the byte, what one writes that has judged none: for 2,000 drawn
/// strategies over five markets, in an order that brings each market back while its ranks are kept, and after they were
/// thrown away.
class WarmEqualsFreshTest {
    private static final int STRATEGIES = 2_000;
    private static final int MARKETS = 5;
    private static final int BARS = 700;
    private static final int WORLDS = 19;

    private static final List<String> SCORES = List.of(
            "-zscore(close, n)",
            "50 - rsi(close, n)",
            "close / ema(close, n) - 1",
            "sma(close, n) - sma(close, 2 * n)",
            "-close",
            "volume",
            "log(close) - log(2 * close)",
            "macd_hist(close, n, 2 * n, 5)",
            "-bb_upper(close, n, 2) + close",
            "hour");

    /// So little that a market with its ranks fits, and not three of them.
    private static final long HEAP = 4 * 700_000;

    private final Random random = new Random(20_261_126);

    @TempDir
    private Path root;

    @BeforeEach
    void markets() throws IOException {
        write(".crypto/pipeline/queue.yaml", "queue: []\n");
        write(".crypto/config/tiered-validation-protocol.yaml", """
            tiers:
              L0: {data_period: 6 months, warmup_bars: 100, placebo_worlds: %1$d, placebo_worlds_max: %1$d}
              L1: {data_period: 6 months, warmup_bars: 100, placebo_worlds: %1$d, placebo_worlds_max: %1$d}
            """.formatted(WORLDS));
        for (int market = 0; market < MARKETS; market++) {
            write(".crypto/data/A%dUSD_1h.csv".formatted(market), RandomBars.csv(random, BARS, 0.01, 100));
        }
    }

    @Test
    void resultsAreTheSameToTheByte() throws IOException {
        // All at once: a worker lists their folder anew whenever it has changed.
        Map<String, Tier> tiers = new LinkedHashMap<>();
        for (int number = 0; number < STRATEGIES; number++) {
            String id = "STR-%04d".formatted(number);
            tiers.put(id, random.nextBoolean() ? Tier.L0 : Tier.L1);
            write(".crypto/knowledge/strategies/" + id + "/parameters.yaml", strategy());
        }
        WorkerMarkets kept = WorkerMarkets.ofHeap(HEAP);
        int measured = 0;
        for (Map.Entry<String, Tier> drawn : tiers.entrySet()) {
            String id = drawn.getKey();
            Tier tier = drawn.getValue();
            Map<String, String> warm = judged(id, tier, kept);
            Map<String, String> fresh = judged(id, tier, WorkerMarkets.none());

            assertThat(warm).as("%s at %s", id, tier).isEqualTo(fresh);
            measured += fresh.containsKey(tier + "_placebo.csv") ? 1 : 0;
        }
        assertThat(measured).as("with worlds").isGreaterThan(STRATEGIES / 2);
    }

    private String strategy() {
        return """
            version: 1
            asset: A%dUSD
            timeframe: 1h
            signal:
              score: '%s'
              long: 'score > %s'
              short: 'score < %s'
              horizon: %d
            entry: {n: %d}
            exit: {hold_bars: %d}
            """.formatted(
                        random.nextInt(MARKETS),
                        SCORES.get(random.nextInt(SCORES.size())),
                        random.nextGaussian(),
                        random.nextGaussian(),
                        List.of(1, 6, 12).get(random.nextInt(3)),
                        2 + random.nextInt(40),
                        1 + random.nextInt(48));
    }

    /// The files that a worker leaves, but for the time in its flag.
    private Map<String, String> judged(String id, Tier tier, WorkerMarkets markets) throws IOException {
        Path output = root.resolve("out").resolve(id);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            WorkerMain.judge(
                    List.of("--tier", tier.name(), "--strategy-id", id, "--output-dir", output.toString()),
                    Map.of("PV_WORKSPACE", root.toString()),
                    nowhere,
                    markets);
        }
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> files = Files.list(output)) {
            for (Path file : files.toList()) {
                written.put(
                        file.getFileName().toString(), Files.readString(file).replaceAll("finished_at: .*", ""));
            }
        }
        return written;
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
