package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationPlanTest {
    private static final Bars BARS = TestBars.of(60);

    private final Compiler compiler = new Compiler(Map.of(), true, false);
    private final EvaluationPlan plan = new EvaluationPlan();

    @Test
    void equalExpressionsAreOneStepWhereverTheyStand() {
        int score = plan.add(compiler.number("-zscore(close, 20) * (high - low)"));
        plan.define(score);
        int before = plan.steps().size();

        assertThat(plan.add(compiler.number("-zscore(close, 20) * (high - low)")))
                .isEqualTo(score);
        assertThat(plan.add(compiler.number("score"))).isEqualTo(score);
        plan.add(compiler.number("high - low"));
        assertThat(plan.steps().size()).isEqualTo(before);
        int rule = plan.add(compiler.truth("score > 1 && high - low > 2"));
        assertThat(plan.add(compiler.truth("score > 1 && high - low > 2"))).isEqualTo(rule);
        // Two constants, two comparisons, one "and".
        assertThat(plan.steps().size()).isEqualTo(before + 5);
    }

    @Test
    void theOutputsOfOneFunctionShareTheCall() {
        List<String> called = new ArrayList<>();
        Function.Kernel kernel = new Function.Kernel() {
            @Override
            public int outputs() {
                return 2;
            }

            @Override
            public void apply(Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch) {
                called.add("once");
            }
        };
        for (int output : new int[] {0, 1, 0}) {
            plan.add(new Expression.Applied(
                    new Function("f", List.of(), kernel, output, false),
                    List.of(new Expression.Price(Column.CLOSE)),
                    List.of()));
        }
        TestBars.run(plan, BARS);

        assertThat(called).containsExactly("once");
        plan.add(compiler.number("macd(close)"));
        int before = plan.steps().size();
        plan.add(compiler.number("macd_signal(close)"));
        plan.add(compiler.number("macd_hist(close, 12, 26, 9)"));
        assertThat(plan.steps().size()).isEqualTo(before + 2);
    }

    @Test
    void otherConstantsAreAnotherStep() {
        assertThat(plan.add(compiler.number("sma(close, 5)"))).isNotEqualTo(plan.add(compiler.number("sma(close, 6)")));
        assertThat(plan.add(compiler.number("close - open"))).isNotEqualTo(plan.add(compiler.number("open - close")));
        assertThat(plan.add(compiler.truth("close < open"))).isNotEqualTo(plan.add(compiler.truth("close <= open")));
    }

    @Test
    void anArrayServesTheNextStepAfterTheLastThatNeedsIt() {
        int distance = plan.add(compiler.number("-(-(-(-(close - sma(close, 5)))))"));
        Evaluator evaluator = TestBars.run(plan, BARS, distance);

        assertThat(evaluator.numbers(distance)[59]).isFinite();
        assertThat(plan.steps()).hasSizeGreaterThan(6);
        assertThat(evaluator.arrays()).isEqualTo(2);
    }

    @Test
    void repeatedOnOtherPricesItGivesWhatAFirstRunGives() {
        int score = plan.add(
                compiler.number("zscore(close, 20) * log(volume) + hour() - macd_hist(close) + sma(rsi(close, 5), 4)"));
        int rule = plan.add(compiler.truth("hour() < 12 && close > bb_upper(close, 20) || adx(14) > 20"));
        Bars others = rebuilt(BARS);
        Evaluator repeated = TestBars.run(plan, BARS, score, rule);
        repeated.run(others);

        Evaluator first = TestBars.run(plan, others, score, rule);
        assertThat(repeated.numbers(score)).containsExactly(first.numbers(score));
        assertThat(repeated.truths(rule)).containsExactly(first.truths(rule));
        assertThat(first.numbers(score))
                .isNotEqualTo(TestBars.run(plan, BARS, score).numbers(score));
    }

    @Test
    void whatDoesNotFollowThePriceIsComputedOnce() {
        List<String> called = new ArrayList<>();
        int score = plan.add(new Expression.Applied(
                new Function("f", List.of(), (bars, series, constants, out, scratch) -> called.add("f"), 0, false),
                List.of(new Expression.Price(Column.VOLUME)),
                List.of()));
        Evaluator evaluator = TestBars.run(plan, BARS, score);
        evaluator.run(rebuilt(BARS));

        assertThat(called).containsExactly("f");
    }

    /// Other prices at the same times, with the same volume.
    private static Bars rebuilt(Bars bars) {
        double[] turned = Arrays.stream(bars.close()).map(close -> 1e4 / close).toArray();
        return new Bars("", bars.timeframe(), "", bars.time(), turned, turned, turned, turned, bars.volume());
    }

    @Test
    void aConstantIsASeriesOnlyWhereOneIsWanted() {
        int three = plan.add(compiler.number("1 + 2"));

        assertThat(TestBars.run(plan, BARS, three).numbers(three)).hasSize(60).containsOnly(3);
        assertThat(compiler.truth("1 < 2 && close > 3")).isEqualTo(compiler.truth("close > 3"));
        assertThat(compiler.truth("close > 3 || !(2 > 1)")).isEqualTo(compiler.truth("close > 3"));
        assertThat(compiler.truth("close > 3 && 2 < 1")).isEqualTo(new Expression.Always(false));
    }

    @Test
    void exitsAreComputedOnlyWhereTheyAreWanted() {
        List<String> called = new ArrayList<>();
        Function counted = new Function(
                "f",
                List.of(),
                (bars, series, constants, out, scratch) -> {
                    called.add("exit");
                    Arrays.fill(out[0], 101);
                },
                0,
                false);
        Expression.Logical exit = new Expression.Comparison(
                ">", new Expression.Applied(counted, List.of(), List.of()), new Expression.Constant(100));
        Rules rules = new Rules(
                Optional.empty(), compiler.truth("close > open"), new Expression.Always(false), new Exits(exit, exit));

        Signals screened = rules.evaluation(BARS.length(), false).on(BARS);
        assertThat(called).isEmpty();
        assertThatThrownBy(screened::longExits).hasMessage("these signals were evaluated without their exits");
        assertThat(rules.evaluation(BARS.length(), true).on(BARS).shortExits()).contains(true);
        assertThat(called).containsExactly("exit");
    }
}
