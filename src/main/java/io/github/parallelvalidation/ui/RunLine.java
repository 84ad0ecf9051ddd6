package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.merge.RunSummary;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.RunSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How the run stands, in one bar and one line; at its end, one sentence.
final class RunLine extends VBox {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = Parts.label("", "figures");

    RunLine() {
        super(4);
        setId("run-line");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("run-bar");
        text.setId("run-text");
        getChildren().addAll(bar, text);
        idle("Nothing has been run in this window yet.");
    }

    void idle(String sentence) {
        bar.setProgress(0);
        text.setText(sentence);
    }

    void show(RunSnapshot run) {
        int done = run.finished().size();
        bar.setProgress(run.planned() == 0 ? 0 : (double) done / run.planned());
        text.setText(
                switch (run.phase()) {
                    case PLANNING -> "Reading the queue";
                    case RUNNING -> line(run);
                    case CANCELLING -> "Cancelling: running workers end within seconds. " + line(run);
                    case MERGING, FINISHED -> "Writing results. " + line(run);
                });
    }

    void show(RunOutcome outcome) {
        int planned = outcome.plan().strategies().size();
        bar.setProgress(planned == 0 ? 0 : (double) outcome.strategies().size() / planned);
        text.setText((outcome.cancelled() ? "Cancelled. " : "") + RunSentence.of(outcome));
    }

    private static String line(RunSnapshot run) {
        RunSummary summary = run.summary();
        List<String> parts = new ArrayList<>();
        parts.add(run.finished().size() + " of " + run.planned());
        parts.add(summary.passed() + " passed");
        parts.add(summary.failed() + " failed");
        if (summary.timeout() > 0) {
            parts.add(summary.timeout() + " timed out");
        }
        if (summary.error() > 0) {
            parts.add(summary.error() + " errors");
        }
        double seconds = Duration.between(run.startedAt(), Instant.now()).toMillis() / 1000.0;
        parts.add("%s, %s one by one".formatted(Figures.duration(seconds), Figures.duration(run.sequentialSeconds())));
        @Nullable Double luck = summary.expectedLuckyPasses();
        if (luck != null) {
            parts.add(Figures.passes(luck) + " by luck");
        }
        return String.join("  ·  ", parts);
    }
}
