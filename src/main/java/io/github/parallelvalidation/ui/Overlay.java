package io.github.parallelvalidation.ui;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.run.RunOutcome;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/// Dialogs as cards over the page: they keep to the window, follow its theme, and Esc closes them.
final class Overlay extends StackPane implements Dialogs {
    private static final double NARROW = 480;
    private static final double WIDE = 680;

    private final ModalPane pane = new ModalPane();
    private final Node page;

    Overlay(Node page) {
        this.page = page;
        if (page instanceof Region region) {
            region.setMinSize(0, 0);
        }
        if (Motion.isReduced()) {
            pane.setInTransitionFactory(null);
            pane.setOutTransitionFactory(null);
        }
        getChildren().addAll(page, pane);
        pane.displayProperty().subscribe(shown -> {
            // What lies behind takes no keys while a question is open.
            page.setFocusTraversable(!shown);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (pane.isDisplay() && event.getCode() == KeyCode.ESCAPE) {
                dismiss();
                event.consume();
            }
        });
    }

    boolean isOpen() {
        return pane.isDisplay();
    }

    @Override
    public void decide(DecisionCase question, Consumer<EscalationOption> answer) {
        DecisionPane card = new DecisionPane(
                question,
                option -> {
                    dismiss();
                    answer.accept(option);
                },
                this::dismiss);
        show(card, card.first());
    }

    @Override
    public void confirm(Question question, Runnable yes) {
        Button sure = Parts.button(
                question.yes(),
                () -> {
                    dismiss();
                    yes.run();
                },
                Styles.DANGER);
        sure.setId("yes");
        Button no = closeButton("Cancel");
        show(card(NARROW, question.title(), Parts.paragraph(question.text()), no, sure), no);
    }

    @Override
    public void chooseWorkspace(Consumer<Path> chosen) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open the folder that holds .crypto");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void showPlan(RunOutcome plan) {
        Button ok = closeButton("Close");
        show(card(WIDE, "Dry run", new PlanPane(plan), ok), ok);
    }

    @Override
    public void showAlerts(List<String> alerts) {
        Button ok = closeButton("Close");
        VBox list = Parts.column(Parts.GRID);
        alerts.forEach(alert -> list.getChildren().add(Parts.paragraph(alert)));
        show(card(NARROW, StatusText.alerts(alerts.size()), list, ok), ok);
    }

    @Override
    public void showHelp() {
        Button ok = closeButton("Close");
        show(card(NARROW, "Parallel Validation", new HelpPane(), ok), ok);
    }

    private void show(Region card, Node focus) {
        pane.show(card);
        focus.requestFocus();
    }

    /// Closes the card without an answer.
    void dismiss() {
        pane.hide(true);
        page.requestFocus();
    }

    private Button closeButton(String text) {
        Button button = Parts.button(text, this::dismiss);
        button.setId("close");
        button.setCancelButton(true);
        return button;
    }

    private static Region card(double width, String title, Node content, Button... buttons) {
        HBox foot = Parts.row(Parts.GRID, Parts.gap());
        foot.getChildren().addAll(buttons);
        VBox card = Parts.column(Parts.DOUBLE, Parts.label(title, "dialog-title"), content, foot);
        card.getStyleClass().add("dialog-card");
        card.setMaxSize(width, Region.USE_PREF_SIZE);
        return card;
    }
}
