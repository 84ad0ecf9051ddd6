package io.github.parallelvalidation.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.display.RelaxationText;
import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static StrategyResult measured(int number, double frequency, double ic) {
        Metrics metrics = new Metrics(Map.of("signal_frequency", frequency, "hit_rate", 0.56, "ic", ic), Map.of());
        var verdict = L0Gates.DEFAULT.judge(metrics);
        return new StrategyResult(
                new StrategyId("STR-" + (100 + number)),
                "",
                new Judgement(
                        verdict.passed() ? Status.L0_PASSED : Status.L0_FAILED,
                        verdict.passed() ? Verdict.PASS : Verdict.FAIL,
                        metrics,
                        verdict.gates(),
                        verdict.passed()
                                ? null
                                : new Failure(FailureReason.IC_BELOW_THRESHOLD, false, verdict.explanation()),
                        Map.of()),
                new Effort(1, 1, 0));
    }

    private static StrategyResult ended(int number, Verdict verdict, FailureReason reason) {
        return new StrategyResult(
                new StrategyId("STR-" + (100 + number)),
                "",
                new Judgement(Status.ERROR, verdict, Metrics.NONE, List.of(), new Failure(reason, false, ""), Map.of()),
                new Effort(2, 1, 0));
    }

    private static List<StrategyResult> passing(int count) {
        List<StrategyResult> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(measured(i, 84, 0.04));
        }
        return results;
    }

    private static List<EscalationReason> reasons(List<StrategyResult> results) {
        return new EscalationRules(0.5).assess(results).map(Escalation::reasons).orElse(List.of());
    }

    @Test
    void twoOfFourDoNotEscalateThreeOfFiveDo() {
        List<StrategyResult> results = passing(2);
        results.add(measured(11, 84, -0.1));
        results.add(measured(12, 84, -0.1));
        assertThat(reasons(results)).isEmpty();
        results.add(measured(13, 84, -0.1));
        assertThat(reasons(results)).containsExactly(EscalationReason.FAILURE_RATE);
    }

    @Test
    void allFailedSaysSo() {
        assertThat(reasons(List.of(measured(1, 84, -0.1))))
                .containsExactly(EscalationReason.FAILURE_RATE, EscalationReason.ALL_FAILED);
    }

    @Test
    void threeTimeOutsOrAnExhaustedRecoveryEscalateEvenAmongManyPasses() {
        List<StrategyResult> results = passing(20);
        results.add(ended(51, Verdict.TIMEOUT, FailureReason.TIMEOUT));
        results.add(ended(52, Verdict.TIMEOUT, FailureReason.TIMEOUT));
        assertThat(reasons(results)).isEmpty();
        results.add(ended(53, Verdict.TIMEOUT, FailureReason.TIMEOUT));
        assertThat(reasons(results)).containsExactly(EscalationReason.TIMEOUTS);
        results.add(ended(54, Verdict.ERROR, FailureReason.WORKER_CRASH));
        assertThat(reasons(results)).containsExactly(EscalationReason.TIMEOUTS, EscalationReason.RECOVERY_EXHAUSTED);
    }

    @Test
    void timeOutsWhoseRetriesPassedLeaveNothingToDecide() {
        List<StrategyResult> results = passing(20);
        AttemptCard timeout = new AttemptCard(
                1,
                "WORKER-1",
                new AttemptCard.Ending(FailureClass.TIMEOUT, "no result after 1 s", ""),
                new AttemptCard.Usage(1, 0, 0),
                List.of(),
                "");
        results.replaceAll(result -> result.withCards(List.of(timeout)));
        assertThat(reasons(results)).isEmpty();
    }

    @Test
    void nothingRunAsksNothing() {
        assertThat(new EscalationRules(0.5).assess(List.of())).isEqualTo(Optional.empty());
    }

    @Test
    void relaxingMovesOnlyThresholdsThatSomebodyFailedAndMarksWhoPassesByIt() {
        List<StrategyResult> results = List.of(measured(1, 84, 0.04), measured(2, 84, 0.0095), measured(3, 84, -0.2));
        Relaxation relaxation = Relaxation.byDefault(Tier.L0, L0Gates.DEFAULT, results);
        assertThat(relaxation.moved()).containsExactly(Map.entry("ic", 0.009));
        assertThat(relaxation.passes(results)).singleElement().satisfies(pass -> {
            assertThat(pass.id()).isEqualTo(new StrategyId("STR-102"));
            assertThat(pass.judgement().status()).isEqualTo(Status.L0_PASSED);
            assertThat(pass.judgement().relaxedGates()).containsExactly(Map.entry("ic", 0.009));
        });
        assertThat(relaxation.apply(results, evidence(results)))
                .extracting(StrategyResult::passed)
                .containsExactly(true, true, false);
    }

    /// Of 1,000 shifts 300 pass at ic > 0.01, 450 at ic > 0.009 and all without a gate.
    private static final Map<String, Object> PLACEBO = Map.of(
            "shifts",
            1000,
            "ic",
            "-1 0.009 0.01",
            "hit_rate",
            "-1 0.005",
            "passes",
            List.of("1000 500 350", "900 450 300"));

    private static RunEvidence evidence(List<StrategyResult> results) {
        return RunEvidence.of(RunSummary.soFar(results).luck(), RunWorlds.NONE, results);
    }

    private static StrategyResult priced(int number, double ic, double q) {
        StrategyResult result = measured(number, 84, ic);
        return result.withMetrics(result.judgement()
                .metrics()
                .with("luck", 0.3)
                .with("ic_q_value", q)
                .with("placebo", PLACEBO));
    }

    @Test
    void theLuckOfRelaxedThresholdsIsReadOffTheStoredCounts() {
        List<StrategyResult> results = List.of(priced(1, 0.04, 0.1), priced(2, 0.0095, 0.7), priced(3, -0.2, 0.9));
        Relaxation relaxation = Relaxation.byDefault(Tier.L0, L0Gates.DEFAULT, results);
        RelaxationImpact price = RelaxationImpact.of(relaxation, results, evidence(results));
        assertThat(price.before()).isEqualTo(1);
        assertThat(price.after()).isEqualTo(2);
        assertThat(Objects.requireNonNull(price.luckBefore()).expected()).isCloseTo(0.9, within(1e-12));
        assertThat(Objects.requireNonNull(price.luckAfter()).expected()).isCloseTo(1.35, within(1e-12));
        assertThat(price.exact()).isTrue();
        assertThat(price.bought()).singleElement().satisfies(bought -> {
            assertThat(bought.luck()).isEqualTo(0.45);
            assertThat(bought.q()).isEqualTo(0.7);
        });
        assertThat(RelaxationText.warning(price))
                .hasValue("This buys mostly luck: noise alone would explain 1.4 of the 2 passes.");
        assertThat(relaxation.apply(results, evidence(results)))
                .extracting(result -> result.judgement().metrics().values().get("luck"))
                .containsExactly(0.45, 0.45, 0.45);
    }

    @Test
    void fewLuckyPassesAmongManyStillWarnWhereTheOnesThatAreBoughtAreDoubtful() {
        List<StrategyResult> results = new ArrayList<>(passing(20));
        results.add(priced(31, 0.0095, 0.7));
        Relaxation relaxation = Relaxation.byDefault(Tier.L0, L0Gates.DEFAULT, results);
        assertThat(RelaxationText.warning(RelaxationImpact.of(relaxation, results, evidence(results))))
                .hasValue("This buys mostly luck: STR-131 is more likely noise than not (q above 0.5).");
        results.set(20, priced(31, 0.0095, 0.2));
        assertThat(RelaxationImpact.of(relaxation, results, evidence(results)).warning())
                .isEmpty();
    }

    @Test
    void withoutStoredCountsTheLuckOfRelaxedThresholdsIsNotKnown() {
        StrategyResult bare = measured(1, 84, 0.0095);
        List<StrategyResult> results =
                List.of(bare.withMetrics(bare.judgement().metrics().with("luck", 0.3)));
        Relaxation relaxation = Relaxation.byDefault(Tier.L0, L0Gates.DEFAULT, results);
        RelaxationImpact price = RelaxationImpact.of(relaxation, results, evidence(results));
        assertThat(price.luckAfter()).isNull();
        assertThat(RelaxationText.noise(price)).contains("is not known");
        assertThat(price.after()).isEqualTo(1);
    }

    @Test
    void aRetryTakesThoseWithoutAResultAndAllWhereEveryOneHasOne() {
        List<StrategyResult> results = new ArrayList<>(passing(1));
        results.add(measured(11, 84, -0.1));
        assertThat(RetryChoice.of(results).byDefault()).containsExactly(new StrategyId("STR-111"));
        results.add(ended(12, Verdict.TIMEOUT, FailureReason.TIMEOUT));
        RetryChoice choice = RetryChoice.of(results);
        assertThat(choice.byDefault()).containsExactly(new StrategyId("STR-112"));
        assertThat(choice.all()).hasSize(2);
        assertThat(choice.seconds(choice.byDefault(), 4)).isEqualTo(1);
    }

    @Test
    void aThresholdCannotBeMadeStricter() {
        assertThatThrownBy(() -> Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of("ic", 0.02)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ic 0.02 is not looser than the 0.01 of the run");
        assertThatThrownBy(() -> Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of("ic", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aThresholdIsAFiniteNumber() {
        assertThatThrownBy(() -> Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of("ic", Double.NEGATIVE_INFINITY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ic must be a finite number, not -Infinity");
    }

    @Test
    void aGateThatIsNoneCannotBeRelaxed() {
        assertThatThrownBy(() -> Relaxation.to(Tier.L0, L0Gates.DEFAULT, Map.of("sharpe", 0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sharpe");
    }
}
