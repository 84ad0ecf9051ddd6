package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.RebuiltMarket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A plan that is carried out on one market after another gives on each what a fresh one gives: every function, alone
/// and many together, also with parts that do not follow the price and are computed once.
class RepeatedEvaluationTest {
    private static final Bars REAL = TestBars.of(400);
    private static final int[] WORLDS = {1, 2, 70};

    static Stream<String> everyCall() {
        return NoLookaheadTest.everyCall();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void repeatedItIsBitForBitWhatAFreshOneGives(String call) {
        boolean isTruth = call.startsWith("crossed");
        EvaluationPlan plan = new EvaluationPlan();
        int step = add(plan, call, isTruth);
        Evaluator repeated = new Evaluator(plan, REAL.length(), List.of(step), Optional.empty());
        RebuiltMarket market = new RebuiltMarket(REAL);
        repeated.run(REAL);
        for (int world : WORLDS) {
            Bars bars = market.world(world);
            repeated.run(bars);
            Object fresh = isTruth ? TestBars.truths(copy(bars), call) : TestBars.numbers(copy(bars), call);

            assertThat(isTruth ? repeated.truths(step) : repeated.numbers(step)).isEqualTo(fresh);
        }
        repeated.run(REAL);
        assertThat(isTruth ? repeated.truths(step) : repeated.numbers(step))
                .isEqualTo(isTruth ? TestBars.truths(REAL, call) : TestBars.numbers(REAL, call));
    }

    /// Many functions in one plan share arrays; one that wrote into another's would be seen.
    @Test
    void mixedInOnePlanTheyDoNotDisturbEachOther() {
        List<String> calls =
                everyCall().filter(call -> !call.startsWith("crossed")).toList();
        Random random = new Random(4);
        for (int trial = 0; trial < 60; trial++) {
            List<String> chosen = new ArrayList<>(List.of("hour()", "sma(volume, 5) * dayofweek()"));
            for (int i = 0; i < 12; i++) {
                chosen.add(calls.get(random.nextInt(calls.size())));
            }
            String rule = "(%s) > (%s) + hour() && rolling_max(volume, 3) > volume || (%s) < (%s)"
                    .formatted(chosen.get(2), chosen.get(3), chosen.get(4), chosen.get(5));
            EvaluationPlan plan = new EvaluationPlan();
            List<Integer> steps = new ArrayList<>();
            chosen.forEach(call -> steps.add(add(plan, call + " * 2 - volume", false)));
            steps.add(add(plan, rule, true));
            Evaluator repeated = new Evaluator(plan, REAL.length(), steps, Optional.empty());
            RebuiltMarket market = new RebuiltMarket(REAL);
            repeated.run(REAL);
            for (int world : WORLDS) {
                Bars bars = market.world(world);
                repeated.run(bars);
                for (int i = 0; i < chosen.size(); i++) {
                    assertThat(repeated.numbers(steps.get(i)))
                            .as(chosen.get(i))
                            .isEqualTo(TestBars.numbers(copy(bars), chosen.get(i) + " * 2 - volume"));
                }
                assertThat(repeated.truths(steps.getLast())).as(rule).isEqualTo(TestBars.truths(copy(bars), rule));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void noFunctionLooksAheadInAWorld(String call) {
        Bars world = copy(new RebuiltMarket(REAL).world(7));
        for (int cut : List.of(3, 41, 150, 291)) {
            Bars part = TestBars.first(world, cut);
            if (call.startsWith("crossed")) {
                assertThat(TestBars.truths(part, call)).isEqualTo(Arrays.copyOf(TestBars.truths(world, call), cut));
            } else {
                assertThat(TestBars.numbers(part, call)).isEqualTo(Arrays.copyOf(TestBars.numbers(world, call), cut));
            }
        }
    }

    private static int add(EvaluationPlan plan, String expression, boolean isTruth) {
        Compiler compiler = new Compiler(Map.of(), false, false);
        return isTruth ? plan.add(compiler.truth(expression)) : plan.add(compiler.number(expression));
    }

    /// A world's arrays are overwritten by the next.
    private static Bars copy(Bars bars) {
        return TestBars.first(bars, bars.length());
    }
}
