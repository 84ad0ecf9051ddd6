package io.github.parallelvalidation.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.compare.ComparedStrategy;
import io.github.parallelvalidation.evidence.Given;
import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.SamplePrices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DailyPricesTest {
    private static final Instant FIRST = Instant.parse("2023-01-01T00:00:00Z");

    @Test
    void marketsAreAHundredOnTheFirstDayThatAllHave() {
        PriceBars early = SamplePrices.days("AAA", "2023-01-01", 50, 55, 60, 66);
        PriceBars late = SamplePrices.days("BBB", "2023-01-03", 10, 9);

        DailyPrices prices = of(early, late);

        assertThat(prices.isCommon()).isTrue();
        assertThat(prices.days()).containsExactly(LocalDate.of(2023, 1, 3), LocalDate.of(2023, 1, 4));
        assertThat(prices.markets()).extracting(DailyPrices.Market::symbol).containsExactly("AAA", "BBB");
        assertThat(prices.markets().getFirst().closes()).containsExactly(100.0, 100.0 * 66 / 60);
        assertThat(prices.markets().getLast().closes().getLast()).isCloseTo(90, within(1e-9));
        assertThat(prices.words(1)).isEqualTo("2023-01-04: AAA 110.0 · BBB 90.0");
    }

    @Test
    void aMarketThatSeveralHaveIsDrawnOnceAndIsNobodysOwn() {
        PriceBars same = SamplePrices.days("AAA", "2023-01-01", 50, 55);

        DailyPrices prices = of(same, same);

        assertThat(prices.markets())
                .singleElement()
                .satisfies(market -> assertThat(market.strategy()).isEmpty());
    }

    @Test
    void marketsWithoutADayInCommonEachBeginAtAHundred() {
        DailyPrices prices =
                of(SamplePrices.days("AAA", "2023-01-01", 50, 55), SamplePrices.days("BBB", "2025-01-01", 8, 4));

        assertThat(prices.isCommon()).isFalse();
        assertThat(prices.days()).hasSize(4);
        assertThat(prices.markets().getFirst().closes()).startsWith(100.0).endsWith(Double.NaN);
        assertThat(prices.markets().getLast().closes()).startsWith(Double.NaN).endsWith(100.0, 50.0);
    }

    @Test
    void eachStrategyHasALaneOfWhatItDidAndWhatIsLackingIsSaid() {
        PriceBars bars = SamplePrices.days("AAA", "2023-01-01", 50, 55, 60);
        ComparedStrategy signals = strategy(
                201, new Given.Found<>(List.of(event(0, 1), event(3600, 1), event(86_400, -1), event(99 * 86_400, 1))));
        ComparedStrategy unknown = strategy(202, new Given.Missing<>("no events were given"));

        DailyPrices prices = DailyPrices.of(
                        Tier.L0,
                        List.of(signals, unknown),
                        List.of(new Prices(Optional.of(bars), ""), new Prices(Optional.empty(), "There are no bars.")))
                .orElseThrow();

        assertThat(prices.lanes().getFirst().buys()).containsExactly(2, 0, 0);
        assertThat(prices.lanes().getFirst().sells()).containsExactly(0, 1, 0);
        assertThat(prices.lanes().getLast().buys()).containsOnly(0);
        assertThat(prices.lacking()).containsExactly("STR-202: There are no bars.", "STR-202: no events were given.");
        assertThat(prices.words(0)).isEqualTo("2023-01-01: AAA 100.0 · STR-201 ▲2");
        assertThat(DailyPrices.of(Tier.L0, List.of(unknown), List.of(new Prices(Optional.empty(), "none"))))
                .isEmpty();
    }

    private static DailyPrices of(PriceBars one, PriceBars other) {
        return DailyPrices.of(
                        Tier.L0,
                        List.of(
                                strategy(201, new Given.Found<>(List.of())),
                                strategy(202, new Given.Found<>(List.of()))),
                        List.of(new Prices(Optional.of(one), ""), new Prices(Optional.of(other), "")))
                .orElseThrow();
    }

    private static SignalEvent event(long seconds, int direction) {
        return new SignalEvent(
                FIRST.plusSeconds(seconds),
                direction,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static ComparedStrategy strategy(int number, Given<List<SignalEvent>> events) {
        StrategyEvidence none = StrategyEvidence.NONE;
        StrategyEvidence evidence = new StrategyEvidence(
                none.idea(), none.market(), none.worlds(), none.equity(), events, none.trades(), none.marks());
        return new ComparedStrategy(new StrategyId("STR-" + number), "one", Metrics.NONE, evidence);
    }
}
