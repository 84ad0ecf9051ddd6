package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.data.BarLoader;
import io.github.parallelvalidation.data.BarSource;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.data.RebuiltMarket;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rebuilt markets and what two strategies score there, against vectors that were made with NumPy and SciPy on the
/// hourly BTC bars of the sample workspace. Counts may differ by one where a comparison of two rounded prices is a tie.
@NullUnmarked // maps of parsed documents
class LuckVectorsTest {
    private static final Path BARS = Path.of("assets/sample-workspace/.crypto/data/BTCUSD_1h.csv");

    private static Map<String, Object> vectors;
    private static Bars bars;
    private static int start;

    @BeforeAll
    static void load() throws IOException {
        vectors = JSON.std.mapFrom(Files.readString(Path.of("src/test/resources/expected/luck-vectors.json")));
        Lookback history = new Lookback(Period.ofMonths(6), 1000);
        bars = new BarLoader(Optional.empty())
                .load(BarSource.ofFile(BARS, Timeframe.H1), "BTCUSD", Timeframe.H1, history, Path.of("."));
        start = history.windowStart(bars);
    }

    @Test
    void theBarsAreThoseOfTheVectors() {
        assertThat(bars.length()).isEqualTo(vectors.get("loaded_bars"));
        assertThat(start).isEqualTo(vectors.get("first_window_bar"));
        assertThat(bars.time()[0] / 1000).isEqualTo(((Number) vectors.get("first_open_time")).longValue());
    }

    @Test
    void theSameBarsAreTurnedInTheSameWorlds() {
        RebuiltMarket market = new RebuiltMarket(bars);
        map(vectors.get("flipped_first_24_bars")).forEach((world, turned) -> {
            Bars rebuilt = market.world(Integer.parseInt(world));
            for (int t = 1; t < 24; t++) {
                double was = bars.close()[t] / bars.close()[t - 1];
                double is = rebuilt.close()[t] / rebuilt.close()[t - 1];
                boolean isTurned = Math.abs(is - was) > 1e-9;
                assertThat(isTurned)
                        .as("bar " + t + " of world " + world)
                        .isEqualTo(((String) turned).charAt(t) == '1');
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65})
    void pricesAreRebuiltFromTheDirections(int world) {
        Bars rebuilt = new RebuiltMarket(bars).world(world);
        List<?> places = (List<?>) vectors.get("bars_at");
        for (int i = 0; i < places.size(); i++) {
            int t = (Integer) places.get(i);
            List<?> expected = (List<?>) ((List<?>) vectors.get("world_" + world)).get(i);
            double[] found = {rebuilt.open()[t], rebuilt.high()[t], rebuilt.low()[t], rebuilt.close()[t]};
            for (int price = 0; price < found.length; price++) {
                assertThat(found[price]).isCloseTo(((Number) expected.get(price)).doubleValue(), within(1e-7));
            }
        }
        assertThat(rebuilt.volume()).isSameAs(bars.volume());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zrev", "bb"})
    void strategiesScoreInTheWorldsWhatTheVectorsSay(String name) {
        Map<String, Object> vector = map(map(vectors.get("strategies")).get(name));
        Map<String, Object> rules = map(vector.get("strategy"));
        Strategy strategy = Strategies.of("signal: {score: '%s', long: '%s', short: '%s', horizon: %s}"
                .formatted(rules.get("score"), rules.get("long"), rules.get("short"), rules.get("horizon")));
        MarketWorlds market = new MarketWorlds(bars, start);
        Measured measured = new L0Screen(market, L0Gates.DEFAULT, PlaceboWorlds.DEFAULT, ProgressListener.SILENT)
                .measure(strategy, strategy.entries(bars));

        map(vector.get("real"))
                .forEach((metric, value) -> assertThat(
                                measured.metrics().number(metric).orElseThrow())
                        .as(metric)
                        .isCloseTo(((Number) value).doubleValue(), within(1e-9)));
        Worlds worlds = measured.worlds().orElseThrow();
        List<?> first = (List<?>) vector.get("worlds_1_to_5");
        for (int world = 1; world <= first.size(); world++) {
            int number = world;
            map(first.get(world - 1))
                    .forEach((column, value) -> assertThat(worlds.value(column, number))
                            .as(column + " of world " + number)
                            .isCloseTo(((Number) value).doubleValue(), within(1e-9)));
        }
        Map<String, Object> all = map(vector.get("of_199"));
        double ic = measured.metrics().number(MetricNames.IC).orElseThrow();
        assertThat((double) worlds.reached(ic)).isCloseTo(((Number) all.get("reached_ic")).doubleValue(), within(1.0));
        assertThat(worlds.luck(L0Gates.DEFAULT))
                .isCloseTo(((Number) all.get("luck")).doubleValue(), within(1.000001 / 199));
        assertThat(worlds.noise95()).isCloseTo(((Number) all.get("ic_noise_95")).doubleValue(), within(1e-9));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
