package io.github.parallelvalidation.luck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepDownTest {
    private static final double[] OBSERVED = {0.19, 0.05, 0.21, 0.11, 0.02};

    private static List<StepDown.Test> table() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(strategy -> test(OBSERVED[strategy - 1], Tables.scores(strategy)))
                .toList();
    }

    private static StepDown.Test test(double score, double[] worlds) {
        return new StepDown.Test(score, Tables.ofIc(worlds));
    }

    private static double[] values(List<OptionalDouble> adjusted) {
        return adjusted.stream().mapToDouble(OptionalDouble::orElseThrow).toArray();
    }

    /// By src/test/reference/run_luck_reference.py with NumPy.
    @Test
    void theValuesAreThoseOfNumPy() {
        assertThat(values(StepDown.adjusted(table()))).containsExactly(new double[] {0.15, 0.7, 0.1, 0.65, 0.7}, within(1e-12));
    }

    private static double raw(StepDown.Test test) {
        long reached = Arrays.stream(test.worlds().scores())
                .filter(world -> world >= test.score() - 1e-12)
                .count();
        return (1.0 + reached) / (1 + test.worlds().count());
    }

    @Test
    void aloneAStrategyIsJudgedAgainstItselfOnly() {
        for (StepDown.Test test : table()) {
            assertThat(values(StepDown.adjusted(List.of(test)))).containsExactly(raw(test));
        }
    }

    @Test
    void inCompanyNobodyGetsBetter() {
        forManyTables((_, tests) -> {
            double[] adjusted = values(StepDown.adjusted(tests));
            for (int i = 0; i < tests.size(); i++) {
                assertThat(adjusted[i]).isBetween(raw(tests.get(i)), 1.0);
            }
        });
    }

    @Test
    void theOrderOfTheStrategiesDoesNotMatter() {
        forManyTables((random, tests) -> {
            double[] adjusted = values(StepDown.adjusted(tests));
            List<Integer> places = new ArrayList<>(IntStream.range(0, tests.size()).boxed().toList());
            Collections.shuffle(places, random);
            double[] shuffled = values(StepDown.adjusted(places.stream().map(tests::get).toList()));
            for (int i = 0; i < places.size(); i++) {
                assertThat(shuffled[i]).isEqualTo(adjusted[places.get(i)]);
            }
        });
    }

    @Test
    void copiesOfOneStrategyCostNothing() {
        for (StepDown.Test test : table()) {
            assertThat(values(StepDown.adjusted(Collections.nCopies(5, test)))).containsOnly(raw(test));
        }
    }

    @Test
    void theUnitOfAScoreDoesNotMatter() {
        List<StepDown.Test> scaled = new ArrayList<>(table());
        StepDown.Test first = scaled.getFirst();
        scaled.set(
                0,
                test(
                        8 * first.score() - 1,
                        Arrays.stream(first.worlds().scores()).map(score -> 8 * score - 1).toArray()));
        assertThat(values(StepDown.adjusted(scaled))).containsExactly(values(StepDown.adjusted(table())));
    }

    @Test
    void whereAllWorldsAreTheSameNothingCanBeSaidAndTheOthersDoNotMind() {
        List<StepDown.Test> tests = new ArrayList<>(table());
        tests.add(2, test(0.3, DoubleStream.generate(() -> 0.1).limit(Tables.WORLDS).toArray()));
        tests.add(test(
                0.3, DoubleStream.generate(() -> Double.NEGATIVE_INFINITY).limit(Tables.WORLDS).toArray()));
        List<OptionalDouble> adjusted = new ArrayList<>(StepDown.adjusted(tests));
        assertThat(adjusted.remove(2)).isEmpty();
        assertThat(adjusted.removeLast()).isEmpty();
        assertThat(values(adjusted)).containsExactly(values(StepDown.adjusted(table())));
    }

    @Test
    void ofNobodyThereIsNothing() {
        assertThat(StepDown.adjusted(List.of())).isEmpty();
    }

    /// Each of 60 worlds is taken for the real one in turn: then an adjusted p of α or less comes up in α of the cases,
    /// whatever the strategies have in common. Not exactly, for the real one is not among those that give the unit.
    @Test
    void withoutSkillTheBestOfTheRunIsCalledGoodAboutAsOftenAsThePSays() {
        int worlds = 60;
        for (double level : new double[] {0.1, 0.2, 0.5, 0.8}) {
            int called = 0;
            for (int real = 1; real <= worlds; real++) {
                called += smallest(real, worlds) <= level ? 1 : 0;
            }
            assertThat((double) called / worlds).isBetween(level - 0.05, level + 0.025);
        }
    }

    private static double smallest(int real, int worlds) {
        List<StepDown.Test> tests = IntStream.rangeClosed(1, 4)
                .mapToObj(strategy -> test(
                        Tables.score(strategy, real),
                        IntStream.rangeClosed(1, worlds)
                                .filter(world -> world != real)
                                .mapToDouble(world -> Tables.score(strategy, world))
                                .toArray()))
                .toList();
        return Arrays.stream(values(StepDown.adjusted(tests))).min().orElseThrow();
    }

    private interface Claim {
        void on(Random random, List<StepDown.Test> tests);
    }

    /// Whole numbers, so that there are ties.
    private static void forManyTables(Claim claim) {
        Random random = new Random(20_261_126);
        for (int i = 0; i < 300; i++) {
            int worlds = 4 + random.nextInt(12);
            List<StepDown.Test> tests = IntStream.rangeClosed(0, random.nextInt(6))
                    .mapToObj(_ -> test(
                            random.nextInt(8),
                            IntStream.range(0, worlds)
                                    .mapToDouble(world -> world < 2 ? world : random.nextInt(8))
                                    .toArray()))
                    .toList();
            claim.on(random, tests);
        }
    }
}
