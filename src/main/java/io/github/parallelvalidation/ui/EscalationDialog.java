package io.github.parallelvalidation.ui;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.merge.StrategyResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// More than half failed: the evidence on the left, the choices and what each would do on the right. Closing it decides
/// nothing.
final class EscalationDialog extends Dialog<Decision> {
    private static final ButtonType DECIDE = new ButtonType("Decide", ButtonBar.ButtonData.OK_DONE);
    private static final ButtonType LATER = new ButtonType("Decide later", ButtonBar.ButtonData.CANCEL_CLOSE);
    /// The safest first.
    private static final List<EscalationOption> ORDER = List.of(
            EscalationOption.CONTINUE, EscalationOption.RETRY, EscalationOption.RELAX, EscalationOption.MEETING);

    private static final double WIDTH = 880;

    private final ToggleGroup choice = new ToggleGroup();

    EscalationDialog(Window owner, DecisionCase question) {
        initOwner(owner);
        setTitle("A decision is needed");
        DialogPane pane = getDialogPane();
        pane.setId("escalation");
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getButtonTypes().setAll(DECIDE, LATER);
        VBox content = Parts.padded(Parts.column(
                16,
                Parts.column(
                        4,
                        Parts.paragraph(question.headline(), "title"),
                        Parts.paragraph(question.luck(), StatusLook.MUTED)),
                sides(question)));
        content.setPrefWidth(WIDTH);
        pane.setContent(content);
        pane.setMaxWidth(Double.MAX_VALUE);
        ((Button) pane.lookupButton(DECIDE)).getStyleClass().add(Styles.ACCENT);
        setOnShown(event -> ((RadioButton) choice.getToggles().getFirst()).requestFocus());
        setResultConverter(button -> button == DECIDE ? decision() : null);
        setResizable(true);
    }

    private HBox sides(DecisionCase question) {
        VBox evidence = Parts.column(8, Parts.label("Why they did not pass", "section"));
        for (StrategyResult result : question.unsuccessful()) {
            evidence.getChildren().add(failure(result));
        }
        ScrollPane scroll = new ScrollPane(evidence);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefSize(440, 360);
        scroll.setMinWidth(240);
        VBox choices = Parts.column(16, Parts.label("What now", "section"));
        choices.setMinWidth(320);
        choices.setPrefWidth(380);
        for (EscalationOption option : ORDER) {
            choices.getChildren().add(choice(option, question));
        }
        choice.selectToggle(choice.getToggles().getFirst());
        HBox sides = new HBox(24, scroll, choices);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        return sides;
    }

    private static Node failure(StrategyResult result) {
        StatusLook look = StatusLook.of(result.ending());
        String why =
                result.failure() == null ? "" : Figures.prose(result.failure().message());
        return Parts.column(
                2,
                Parts.row(
                        8,
                        Parts.icon(look.glyph(), look.role(), "state-icon"),
                        Parts.label(result.id().value(), "figures"),
                        Parts.label(result.name(), StatusLook.MUTED)),
                Parts.paragraph(why, "indented"));
    }

    private Node choice(EscalationOption option, DecisionCase question) {
        RadioButton button = new RadioButton(question.title(option));
        button.setId("choose-" + option.code());
        button.setToggleGroup(choice);
        button.setUserData(option);
        boolean possible = option != EscalationOption.RELAX
                || !question.relaxation().moved().isEmpty();
        button.setDisable(!possible);
        return Parts.column(2, button, Parts.paragraph(question.price(option), StatusLook.MUTED, "indented"));
    }

    private Decision decision() {
        EscalationOption option = (EscalationOption) choice.getSelectedToggle().getUserData();
        return new Decision(option, Decision.By.GUI, Instant.now(), Map.of());
    }
}
