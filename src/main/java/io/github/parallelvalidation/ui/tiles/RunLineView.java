package io.github.parallelvalidation.ui.tiles;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.display.NextStepText;
import io.github.parallelvalidation.plan.NextStep;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.RunLine;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows the progress of the run as a bar and text.
public final class RunLineView extends VBox {
    private static final double LINE = 24;

    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = Parts.cuttable("run-line-text");
    private final Label lead = Parts.label("", Role.MUTED.style());
    private final Button goOn;

    /// @param next goes on where the next step says
    public RunLineView(Runnable next) {
        super(Parts.HALF);
        goOn = Parts.button("", next, Styles.SMALL, "next-step");
        goOn.setId("next-step");
        goOn.setGraphic(new FontIcon(Feather.ARROW_RIGHT));
        lead.setId("next-step-lead");
        lead.setMinWidth(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = Parts.row(Parts.GRID, text, lead, goOn);
        // As high with the button as without it.
        line.setMinHeight(LINE);
        line.setMaxHeight(LINE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("run-bar");
        text.setId("run-line");
        getStyleClass().add("run-line");
        getChildren().addAll(bar, line);
        show(Optional.empty(), false);
    }

    /// @param isReady whether a run could start
    public void show(Optional<NextStep> step, boolean isReady) {
        step.ifPresent(next -> {
            lead.setText(NextStepText.of(next));
            goOn.setText(NextStepText.action(next));
        });
        boolean isShown = step.isPresent() && isReady;
        for (Node node : List.of(lead, goOn)) {
            node.setVisible(isShown);
            node.setManaged(isShown);
        }
    }

    public void show(RunLine line) {
        bar.setProgress(line.fraction());
        bar.setVisible(line.isOn());
        bar.setManaged(line.isOn());
        text.setText(line.text());
    }
}
