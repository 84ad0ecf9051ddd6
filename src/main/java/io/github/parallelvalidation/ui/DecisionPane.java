package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.EscalationOption;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The question of a run: evidence on the left, choices with their prices on the right.
final class DecisionPane extends VBox {
    private static final double WIDTH = 880;
    private static final double EVIDENCE_WIDTH = 320;

    private final List<VBox> choices;

    DecisionPane(DecisionCase question, Consumer<EscalationOption> answer, Runnable later) {
        super(Parts.DOUBLE);
        choices = question.choices().stream()
                .map(choice -> choice(choice, answer))
                .toList();
        VBox right = Parts.column(Parts.GRID);
        right.getChildren().addAll(choices);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox body = new HBox(Parts.DOUBLE + Parts.GRID, evidence(question), right);
        Button wait = Parts.button("Decide later", later);
        wait.setId("later");
        wait.setCancelButton(true);
        getChildren()
                .addAll(
                        Parts.label(question.title() + ". What now?", "dialog-title"),
                        body,
                        Parts.row(
                                Parts.GRID,
                                Parts.label("Arrows choose, Enter decides, Esc leaves it open.", Role.MUTED.style()),
                                Parts.gap(),
                                wait));
        getStyleClass().add("dialog-card");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setOnKeyPressed(event -> {
            int at = choices.indexOf(getScene().getFocusOwner());
            if (at >= 0 && event.getCode() == KeyCode.DOWN) {
                choices.get(Math.min(at + 1, choices.size() - 1)).requestFocus();
                event.consume();
            } else if (at >= 0 && event.getCode() == KeyCode.UP) {
                choices.get(Math.max(at - 1, 0)).requestFocus();
                event.consume();
            }
        });
    }

    /// Where the keyboard starts.
    Node first() {
        return choices.isEmpty() ? this : choices.getFirst();
    }

    private static VBox evidence(DecisionCase question) {
        VBox box = Parts.column(Parts.HALF);
        box.setMinWidth(EVIDENCE_WIDTH);
        box.setPrefWidth(EVIDENCE_WIDTH);
        section(box, "Why this asks");
        question.reasons().forEach(reason -> box.getChildren().add(Parts.paragraph(reason)));
        counts(box, "Failed gates", question.gates());
        counts(box, "Decisive reasons", question.failures());
        section(box, "Luck");
        box.getChildren().add(Parts.paragraph(question.luck()));
        box.getStyleClass().add("evidence");
        return box;
    }

    private static void counts(VBox box, String title, List<DecisionCase.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        section(box, title);
        for (DecisionCase.Count count : counts) {
            Label what = Parts.paragraph(count.what());
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            HBox line = Parts.row(Parts.GRID, what, Parts.label(String.valueOf(count.count()), "figures"));
            line.setAlignment(Pos.TOP_LEFT);
            box.getChildren().add(line);
        }
    }

    private static void section(VBox box, String title) {
        box.getChildren().add(Parts.label(title, "heading"));
    }

    private static VBox choice(DecisionCase.Choice choice, Consumer<EscalationOption> answer) {
        // A button's own text cannot have two styles, and its graphic does not wrap.
        VBox card = Parts.column(
                2, Parts.label(choice.title(), "choice-title"), Parts.paragraph(choice.price(), Role.MUTED.style()));
        card.setId("choose-" + choice.option().code());
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(choice.title() + ". " + choice.price());
        card.getStyleClass().add("choice");
        card.setOnMouseClicked(_ -> answer.accept(choice.option()));
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                answer.accept(choice.option());
            }
        });
        return card;
    }
}
