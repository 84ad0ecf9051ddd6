package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.settings.EscalationOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who stands behind a call: somebody who answers, or nobody.
final class Person implements Caller {
    private final List<String> questions = Collections.synchronizedList(new ArrayList<>());
    private final List<Double> progress = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isThere;
    private volatile boolean hasGone;
    private volatile @Nullable EscalationOption answer;

    /// @param chosen the answer to whatever is asked; null: none is given
    void isThereAndSays(@Nullable EscalationOption chosen) {
        isThere = true;
        answer = chosen;
    }

    void goes() {
        hasGone = true;
    }

    List<String> questions() {
        return List.copyOf(questions);
    }

    List<Double> progress() {
        return List.copyOf(progress);
    }

    @Override
    public void progress(double fraction, String stage) {
        progress.add(fraction);
    }

    @Override
    public boolean hasGoneAway() {
        return hasGone;
    }

    @Override
    public boolean canAskAPerson() {
        return isThere;
    }

    @Override
    public Optional<EscalationOption> ask(String question, List<EscalationOption> choices) {
        questions.add(question);
        return Optional.ofNullable(answer);
    }
}
