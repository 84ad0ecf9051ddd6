package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Bars;
import java.util.ArrayList;
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
        int before = plan.size();

        assertThat(plan.add(compiler.number("-zscore(close, 20) * (high - low)")))
                .isEqualTo(score);
        assertThat(plan.add(compiler.number("score"))).isEqualTo(score);
        plan.add(compiler.number("high - low"));
        assertThat(plan.size()).isEqualTo(before);
        int rule = plan.add(compiler.truth("score > 1 && high - low > 2"));
        assertThat(plan.add(compiler.truth("score > 1 && high - low > 2"))).isEqualTo(rule);
        // Two constants, two comparisons, one "and".
        assertThat(plan.size()).isEqualTo(before + 5);
    }

    @Test
    void theOutputsOfOneFunctionShareTheCall() {
        List<String> called = new ArrayList<>();
        Function.Kernel kernel = (bars, series, constants) -> {
            called.add("once");
            return new double[][] {series[0], bars.open()};
        };
        for (int output : new int[] {0, 1, 0}) {
            plan.add(new Expression.Applied(
                    new Function("f", List.of(), kernel, output, false),
                    List.of(new Expression.Price(Column.CLOSE)),
                    List.of()));
        }
        plan.run(BARS, List.of());

        assertThat(called).containsExactly("once");
        plan.add(compiler.number("macd(close)"));
        int before = plan.size();
        plan.add(compiler.number("macd_signal(close)"));
        plan.add(compiler.number("macd_hist(close, 12, 26, 9)"));
        assertThat(plan.size()).isEqualTo(before + 2);
    }

    @Test
    void otherConstantsAreAnotherStep() {
        assertThat(plan.add(compiler.number("sma(close, 5)"))).isNotEqualTo(plan.add(compiler.number("sma(close, 6)")));
        assertThat(plan.add(compiler.number("close - open"))).isNotEqualTo(plan.add(compiler.number("open - close")));
        assertThat(plan.add(compiler.truth("close < open"))).isNotEqualTo(plan.add(compiler.truth("close <= open")));
    }

    @Test
    void aSeriesIsGivenUpAfterItsLastUse() {
        int mean = plan.add(compiler.number("sma(close, 5)"));
        int distance = plan.add(compiler.number("close - sma(close, 5)"));
        EvaluationPlan.Results results = plan.run(BARS, List.of(distance));

        assertThat(results.numbers(distance)[59]).isFinite();
        assertThatThrownBy(() -> results.numbers(mean)).hasMessage("this series was not wanted");
    }

    @Test
    void aConstantIsASeriesOnlyWhereOneIsWanted() {
        int three = plan.add(compiler.number("1 + 2"));

        assertThat(plan.run(BARS, List.of(three)).numbers(three)).hasSize(60).containsOnly(3);
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
                (bars, series, constants) -> {
                    called.add("exit");
                    return new double[][] {bars.close()};
                },
                0,
                false);
        Expression.Logical exit = new Expression.Comparison(
                ">", new Expression.Applied(counted, List.of(), List.of()), new Expression.Constant(100));
        Rules rules = new Rules(
                Optional.empty(), compiler.truth("close > open"), new Expression.Always(false), new Exits(exit, exit));

        Signals screened = rules.signals(BARS, false);
        assertThat(called).isEmpty();
        assertThatThrownBy(screened::longExits).hasMessage("these signals were evaluated without their exits");
        assertThat(rules.signals(BARS, true).shortExits()).contains(true);
        assertThat(called).containsExactly("exit");
    }
}
