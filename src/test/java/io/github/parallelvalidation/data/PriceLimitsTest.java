package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever bars are accepted, all that is computed of them is a number.
class PriceLimitsTest {
    private static final int WORLDS = 199;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1e160, open is 1.0E160; a price must be from 1.0E-30 to 1.0E30",
        "1e308, open is 1.0E308; a price must be from 1.0E-30 to 1.0E30",
        "1.1e30, open is 1.1E30; a price must be from 1.0E-30 to 1.0E30",
        "9e-31, open is 9.0E-31; a price must be from 1.0E-30 to 1.0E30",
        "4e-320, open is 4.0E-320; a price must be from 1.0E-30 to 1.0E30",
        "1e29, high is 1.0E29 after a close of 2.0; from one bar to the next a price must not change by more than"
                + " 1.0E13 times",
        "1e-29, low is 1.0E-29 after a close of 2.0; from one bar to the next a price must not change by more than"
                + " 1.0E13 times",
    })
    void aPriceThatIsNoneIsRefusedWithItsLine(String price, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("X_1h.csv"), csv(20, i -> i == 9 ? Double.parseDouble(price) : 2));

        assertThatThrownBy(() -> Formula.load(file))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DATA_INVALID))
                .hasMessageContaining("X_1h.csv:11:")
                .hasMessageContaining(why);
    }

    @Test
    void aVolumeWhoseSumsWouldBeNoNumbersIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("X_1h.csv"), csv(5, i -> 2).replace(",7\n", ",1e101\n"));

        assertThatThrownBy(() -> Formula.load(file))
                .hasMessageContaining("X_1h.csv:2:")
                .hasMessageContaining("volume is 1.0E101; it must be at most 1.0E100");
    }

    enum Market {
        TOKEN,
        STOCK,
        HYPERINFLATION,
        ZEROS_STRUCK_OFF,
        WILD_MINUTES;

        IntToDoubleFunction price(Random random) {
            double[] price = {this == TOKEN ? 1e-12 : this == STOCK ? 1e6 : 100};
            double size = this == WILD_MINUTES ? 0.05 : 0.01;
            return i -> price[0] *= Math.exp(size * random.nextGaussian())
                    * (this == HYPERINFLATION && i > 4_915 ? 2 : 1)
                    * (this == ZEROS_STRUCK_OFF && i == 900 ? 1e-12 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMarketComesNear(Market market) throws IOException {
        IntToDoubleFunction price = market.price(new Random(5));
        Path file = Files.writeString(folder.resolve("X_1h.csv"), csv(5_000, price));

        Bars bars = Formula.load(file);

        assertThat(bars.length()).isEqualTo(5_000);
        assertWorldsAreNumbers(bars);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 30, 500, 5_000})
    void worldsOfBarsThatMoveAsFarAsTheyMayAreNumbersOrRefused(int moves) {
        Random random = new Random(moves);
        for (double begin : new double[] {1e-30, 1e-12, 1, 1e30}) {
            double[] log = new double[moves + 1];
            log[0] = Math.log(begin);
            double size = Math.log(PriceLimits.FARTHEST) * (1 - 1e-9);
            for (int i = 1; i < log.length; i++) {
                double next = log[i - 1] + (random.nextBoolean() ? size : -size);
                double edge = Math.log(PriceLimits.MOST);
                log[i] = Math.abs(next) <= edge ? next : 2 * log[i - 1] - next;
            }
            RebuiltMarket market = new RebuiltMarket(
                    bars(log.length, i -> Math.clamp(Math.exp(log[i]), PriceLimits.LEAST, PriceLimits.MOST)));

            for (int world = 1; world <= WORLDS; world++) {
                try {
                    assertIsOfNumbers(market, world);
                } catch (DataException refused) {
                    assertThat(refused.kind()).isEqualTo(DataException.Kind.DATA_INVALID);
                }
            }
        }
    }

    @Test
    void worldsOfAPriceThatCrossesAllThatIsAllowedAreNumbers() {
        int moves = 25;
        Bars bars = bars(moves + 1, i -> Math.pow(10, Math.clamp(-30 + 60.0 * i / moves, -29.99, 29.99)));

        assertWorldsAreNumbers(bars);
    }

    @Test
    void barsThatWereMadeToLeadAWorldBeyondAllNumbersAreRefusedThere() {
        int moves = 2_000;
        double size = 0.5;
        double[] log = new double[moves + 1];
        for (int i = 1; i < log.length; i++) {
            boolean isTurned = (Directions.turned(Formula.time(i) / 1000, 0) & 1) != 0;
            log[i] = log[i - 1] + (isTurned ? -size : size);
        }
        Bars bars = bars(log.length, i -> Math.exp(log[i]));

        assertThatThrownBy(() -> new RebuiltMarket(bars).world(1))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DATA_INVALID))
                .hasMessageContaining("test.csv")
                .hasMessageContaining("in the rebuilt market 1; these cannot be calculated with");
    }

    private static void assertWorldsAreNumbers(Bars bars) {
        RebuiltMarket market = new RebuiltMarket(bars);
        for (int world = 1; world <= WORLDS; world++) {
            assertIsOfNumbers(market, world);
        }
    }

    private static void assertIsOfNumbers(RebuiltMarket market, int world) {
        Bars rebuilt = market.world(world);
        for (int t = 0; t < rebuilt.length(); t++) {
            if (!(rebuilt.low()[t] >= PriceLimits.LEAST_REBUILT && rebuilt.high()[t] <= PriceLimits.MOST_REBUILT)) {
                throw new AssertionError(
                        "world %d, bar %d: %s to %s".formatted(world, t, rebuilt.low()[t], rebuilt.high()[t]));
            }
        }
    }

    private static Bars bars(int length, IntToDoubleFunction price) {
        double[] prices = IntStream.range(0, length).mapToDouble(price).toArray();
        long[] time = IntStream.range(0, length).mapToLong(Formula::time).toArray();
        return new Bars("X", Timeframe.H1, "test.csv", time, prices, prices, prices, prices, new double[length]);
    }

    private static String csv(int length, IntToDoubleFunction price) {
        StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        for (int i = 0; i < length; i++) {
            double value = price.applyAsDouble(i);
            text.append(String.format(Locale.ROOT, "%d,%s,%s,%s,%s,7%n", Formula.time(i), value, value, value, value));
        }
        return text.toString();
    }
}
