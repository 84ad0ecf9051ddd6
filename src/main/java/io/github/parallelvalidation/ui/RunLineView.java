package io.github.parallelvalidation.ui;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// The progress of the run and its words.
final class RunLineView extends VBox {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = Parts.cuttable("run-line-text");

    RunLineView() {
        super(Parts.HALF);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("run-bar");
        text.setId("run-line");
        getStyleClass().add("run-line");
        getChildren().addAll(bar, text);
    }

    void show(RunLine line) {
        bar.setProgress(line.fraction());
        text.setText(line.text());
    }
}
