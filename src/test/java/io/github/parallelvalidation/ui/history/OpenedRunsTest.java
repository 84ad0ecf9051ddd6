package io.github.parallelvalidation.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.history.Account;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.ui.model.Samples;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpenedRunsTest {
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final OpenedRuns runs = new OpenedRuns(this::read, ZoneOffset.UTC);

    static RunOutcome outcome(String id, int hours) {
        ExecutionPlan plan = new ExecutionPlan(
                id,
                Runs.START.plusSeconds(3600L * hours),
                Tier.L0,
                4,
                9,
                List.of(),
                OptionalInt.empty(),
                ChainLink.FIRST);
        return new RunOutcome(plan, false, false, Samples.results(), null, new RunTiming(4, 11), null, List.of());
    }

    private void read(String id, Consumer<RunOutcome> found) {
        answers.add(() -> found.accept(outcome(id, id.equals("late") ? 1 : 0)));
    }

    private void answerAll() {
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
    }

    private String title() {
        return runs.opened()
                .get()
                .map(OpenedRuns.Opened::account)
                .map(Account::title)
                .orElse("");
    }

    @Test
    void aRunIsOpenedAndAnotherOneComparedWithIt() {
        runs.open("early");
        answerAll();
        assertThat(title()).startsWith("Run early");

        runs.compare("late");
        answerAll();
        assertThat(runs.ids()).containsExactly("early", "late");
        assertThat(title()).isEqualTo("Run early and run late");
    }

    @Test
    void comparingWithoutAnOpenRunOpensIt() {
        runs.compare("late");
        answerAll();
        assertThat(runs.ids()).containsExactly("late");
    }

    @Test
    void aRunIsNotComparedWithItself() {
        runs.open("early");
        answerAll();
        runs.compare("early");
        answerAll();
        assertThat(runs.ids()).containsExactly("early");
    }

    @Test
    void theAnswerToAnEarlierQuestionComesTooLate() {
        runs.open("early");
        runs.open("late");
        Runnable early = answers.remove();
        answerAll();
        early.run();
        assertThat(title()).startsWith("Run late");
    }

    @Test
    void whatWasClosedDoesNotOpenAgain() {
        runs.open("early");
        runs.close();
        answerAll();
        assertThat(runs.opened().get()).isEmpty();
    }
}
