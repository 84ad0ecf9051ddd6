package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.RunLine;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Shows the progress of the run as a bar and text.
public final class RunLineView extends VBox {
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = Parts.cuttable("run-line-text");

    public RunLineView() {
        super(Parts.HALF);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("run-bar");
        text.setId("run-line");
        getStyleClass().add("run-line");
        getChildren().addAll(bar, text);
    }

    public void show(RunLine line) {
        bar.setProgress(line.fraction());
        text.setText(line.text());
    }
}
