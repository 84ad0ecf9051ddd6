package io.github.parallelvalidation.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.gate.PlaceboGrid;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunLuckTest {
    /// Those of the table that pass by luck in some of 19 worlds; the first few pass in truth.
    private static List<StrategyLuck.OfStrategy> joint(int passed) {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(strategy -> new StrategyLuck.OfStrategy(
                        new StrategyLuck.Joint(Tables.passes(strategy)), strategy <= passed))
                .toList();
    }

    private static RunLuck luck(int worlds, List<StrategyLuck.OfStrategy> strategies) {
        return Objects.requireNonNull(RunLuck.of(worlds, strategies));
    }

    private static List<StrategyLuck.OfStrategy> and(
            List<StrategyLuck.OfStrategy> strategies, StrategyLuck more, boolean passed) {
        List<StrategyLuck.OfStrategy> all = new ArrayList<>(strategies);
        all.add(new StrategyLuck.OfStrategy(more, passed));
        return all;
    }

    /// By src/test/reference/run_luck_reference.py with NumPy.
    @Test
    void theValuesAreThoseOfNumPy() {
        RunLuck luck = luck(Tables.WORLDS, joint(2));
        assertThat(luck.expected()).isCloseTo(2.0, within(1e-12));
        assertThat(luck.passes90()).isEqualTo(new RunLuck.Range(0, 4));
        assertThat(luck.pValue()).isEqualTo(0.75);

        RunLuck mixed = luck(
                Tables.WORLDS,
                and(
                        and(joint(2), StrategyLuck.shifted(new PlaceboGrid.Luck(0.25, true)), true),
                        StrategyLuck.ofFewerWorlds(0.6),
                        false));
        assertThat(mixed.expected()).isCloseTo(2.85, within(1e-12));
        assertThat(mixed.passes90()).isEqualTo(new RunLuck.Range(1, 5));
        assertThat(mixed.pValue()).isCloseTo(0.66, within(1e-12));
        assertThat(mixed.counts()).isEqualTo(new RunLuck.Counts(3, 5, 1, 1, 0));
    }

    @Test
    void jointlyThePValueIsAnExactShareOfTheWorlds() {
        for (int passed = 0; passed <= 5; passed++) {
            int[] lucky = new int[Tables.WORLDS];
            for (int strategy = 1; strategy <= 5; strategy++) {
                Tables.passes(strategy).stream().forEach(world -> lucky[world]++);
            }
            int atLeast = passed;
            long reached = IntStream.of(lucky).filter(count -> count >= atLeast).count();
            assertThat(luck(Tables.WORLDS, joint(passed)).pValue()).isEqualTo((1.0 + reached) / (1 + Tables.WORLDS));
        }
    }

    @Test
    void strategiesThatAreLuckyTogetherMakeTheRangeWideAndTheSumTheSame() {
        BitSet half = new BitSet();
        half.set(0, 5);
        BitSet otherHalf = new BitSet();
        otherHalf.set(5, 10);
        StrategyLuck.OfStrategy one = new StrategyLuck.OfStrategy(new StrategyLuck.Joint(half), false);
        StrategyLuck.OfStrategy other = new StrategyLuck.OfStrategy(new StrategyLuck.Joint(otherHalf), false);
        assertThat(luck(10, List.of(one, one)).passes90()).isEqualTo(new RunLuck.Range(0, 2));
        assertThat(luck(10, List.of(one, other)).passes90()).isEqualTo(new RunLuck.Range(1, 1));
        assertThat(luck(10, List.of(one, other)).expected()).isEqualTo(1.0);
    }

    @Test
    void independentOnesAloneAreCountedByTheirOwnDistribution() {
        List<StrategyLuck.OfStrategy> strategies = and(
                and(List.of(), StrategyLuck.shifted(new PlaceboGrid.Luck(0.5, true)), true),
                StrategyLuck.shifted(new PlaceboGrid.Luck(0.25, true)),
                false);
        RunLuck luck = luck(0, strategies);
        assertThat(luck.pValue()).isCloseTo(1 - 0.5 * 0.75, within(1e-12));
        assertThat(luck.passes90()).isEqualTo(new RunLuck.Range(0, 2));
    }

    @Test
    void oneBoundMakesTheFiguresOfTheRunBounds() {
        List<StrategyLuck.OfStrategy> exact =
                and(joint(2), StrategyLuck.shifted(new PlaceboGrid.Luck(0.25, true)), true);
        assertThat(luck(Tables.WORLDS, exact).isBound()).isFalse();
        assertThat(luck(Tables.WORLDS, and(exact, StrategyLuck.shifted(new PlaceboGrid.Luck(0.25, false)), true))
                        .isBound())
                .isTrue();
    }

    @Test
    void whatIsNotKnownIsCountedAndItsPassIsNoneThatNoiseIsComparedWith() {
        RunLuck luck = luck(Tables.WORLDS, and(joint(2), new StrategyLuck.Unknown(), true));
        assertThat(luck.counts()).isEqualTo(new RunLuck.Counts(2, 5, 0, 0, 1));
        assertThat(luck.expected()).isEqualTo(luck(Tables.WORLDS, joint(2)).expected());
        assertThat(RunLuck.of(199, and(List.of(), new StrategyLuck.Unknown(), true)))
                .isNull();
        assertThat(RunLuck.of(0, List.of())).isNull();
    }

    @Test
    void theNumberOfIndependentSuccessesIsThatOfAllOutcomesAddedUp() {
        List<Double> shares = List.of(0.1, 0.9, 0.5, 0.0, 1.0, 0.3, 0.77);
        double[] added = new double[shares.size() + 1];
        for (int outcome = 0; outcome < 1 << shares.size(); outcome++) {
            double probability = 1;
            for (int i = 0; i < shares.size(); i++) {
                boolean succeeds = (outcome >> i & 1) == 1;
                probability *= succeeds ? shares.get(i) : 1 - shares.get(i);
            }
            added[Integer.bitCount(outcome)] += probability;
        }
        assertThat(PoissonBinomial.of(shares)).containsExactly(added, within(1e-15));
    }
}
