package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.run.RunOutcome;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;

/// Questions and news in windows of their own.
final class WindowDialogs implements Dialogs {
    private final Window owner;

    WindowDialogs(Window owner) {
        this.owner = owner;
    }

    @Override
    public void tell(String sentence, String details) {
        Dialog<ButtonType> dialog = dialog("message", "Parallel Validation", Parts.paragraph(sentence));
        if (!details.isBlank()) {
            TextArea text = new TextArea(details);
            text.setEditable(false);
            text.setPrefRowCount(8);
            dialog.getDialogPane().setExpandableContent(text);
        }
        dialog.show();
    }

    @Override
    public void showPlan(RunOutcome plan) {
        int count = plan.plan().strategies().size();
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        for (PlannedStrategy planned : plan.plan().strategies()) {
            grid.addRow(
                    grid.getRowCount(),
                    Parts.label(planned.id().value(), "figures"),
                    Parts.label(planned.name()),
                    Parts.label("~" + Figures.duration(planned.estimatedSeconds()), "figures", StatusLook.MUTED));
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(360);
        String sentence = "A run would validate %d at %s, with %d workers at once. Nothing was run or written."
                .formatted(count, plan.plan().tier(), plan.plan().workers());
        dialog("plan-dialog", "Plan", Parts.column(16, Parts.paragraph(sentence), scroll))
                .show();
    }

    @Override
    public void askDecision(DecisionCase question, Consumer<Decision> answer) {
        EscalationDialog dialog = new EscalationDialog(owner, question);
        dialog.resultProperty().subscribe(decision -> {
            if (decision != null) {
                answer.accept(decision);
            }
        });
        dialog.show();
    }

    void help() {
        GridPane keys = new GridPane();
        keys.setHgap(24);
        keys.setVgap(4);
        String[][] rows = {
            {"Ctrl+Enter", "validate what waits"},
            {"Ctrl+.", "cancel the run"},
            {"Ctrl+P", "show the plan"},
            {"Ctrl+F", "filter"},
            {"Ctrl+C", "copy the selected rows, numbers in full"},
            {"Ctrl+1 … Ctrl+4", "queue, results, history, settings"},
            {"Ctrl+O", "open another workspace"},
            {"F5", "read the files again"},
        };
        for (String[] row : rows) {
            keys.addRow(keys.getRowCount(), Parts.label(row[0], "figures"), Parts.label(row[1], StatusLook.MUTED));
        }
        dialog("help-dialog", "Keys", keys).show();
    }

    private Dialog<ButtonType> dialog(String id, String title, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setId(id);
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(Parts.padded(Parts.column(0, content)));
        dialog.getDialogPane().setPrefWidth(520);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        return dialog;
    }
}
