package io.github.parallelvalidation.ui;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.merge.FailuresFile;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSentence;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One finished run: its sentence, its question, its failures, its alerts.
final class ResultsPage extends ScrollPane {
    private final VBox content = Parts.padded(Parts.column(16));
    private final Consumer<RunOutcome> decide;

    /// @param decide opens the question of a run
    ResultsPage(Consumer<RunOutcome> decide) {
        this.decide = decide;
        setId("results-page");
        getStyleClass().add("page");
        setFitToWidth(true);
        setContent(content);
        show(null);
    }

    void show(@Nullable RunOutcome outcome) {
        content.getChildren().clear();
        if (outcome == null) {
            content.getChildren()
                    .add(Parts.paragraph(
                            "The results of a run stand here. Click Validate to make one, or pick one in History.",
                            StatusLook.MUTED));
            return;
        }
        content.getChildren()
                .addAll(
                        Parts.column(
                                4,
                                Parts.label("Run " + outcome.plan().runId(), "title"),
                                Parts.paragraph(RunSentence.of(outcome), "lead")),
                        decision(outcome));
        List<Map<String, Object>> reasons = FailuresFile.reasons(outcome.strategies());
        if (!reasons.isEmpty()) {
            content.getChildren()
                    .add(Parts.column(8, Parts.label("Why strategies did not pass", "section"), reasons(reasons)));
        }
        content.getChildren().add(Parts.column(8, Parts.label("Strategies", "section"), strategies(outcome)));
        if (!outcome.alerts().isEmpty()) {
            VBox alerts = Parts.column(8, Parts.label("Alerts", "section"));
            outcome.alerts()
                    .forEach(alert -> alerts.getChildren()
                            .add(Parts.row(
                                    8,
                                    Parts.icon(Feather.ALERT_TRIANGLE, StatusLook.WARNING),
                                    Parts.paragraph(alert))));
            content.getChildren().add(alerts);
        }
    }

    private Node decision(RunOutcome outcome) {
        Escalation escalation = outcome.escalation();
        if (escalation == null) {
            return Parts.label("No decision was needed.", StatusLook.MUTED);
        }
        if (escalation.decided().isPresent()) {
            var made = escalation.decided().get();
            return Parts.paragraph("Decided: %s, by %s at %s"
                    .formatted(
                            made.option().code(),
                            made.decidedBy().code(),
                            made.at().toString()));
        }
        Button button = new Button("Decide…", Parts.icon(Feather.HELP_CIRCLE));
        button.setId("decide");
        button.getStyleClass().add(Styles.ACCENT);
        button.setOnAction(event -> decide.accept(outcome));
        return Parts.row(8, Parts.label("A decision is waiting.", StatusLook.WARNING), button);
    }

    private static Node reasons(List<Map<String, Object>> reasons) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        for (Map<String, Object> reason : reasons) {
            grid.addRow(
                    grid.getRowCount(),
                    Parts.label(String.valueOf(reason.get("count")), "figures"),
                    Parts.label(String.valueOf(reason.get("reason")).replace('_', ' ')),
                    Parts.label(
                            Boolean.TRUE.equals(reason.get("fixable")) ? "fixable" : "not fixable", StatusLook.MUTED),
                    Parts.paragraph(String.join(", ", strings(reason.get("strategies"))), StatusLook.MUTED));
        }
        return grid;
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Node strategies(RunOutcome outcome) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(6);
        outcome.strategies()
                .forEach(result -> grid.addRow(
                        grid.getRowCount(),
                        Parts.state(StatusLook.of(result.ending())),
                        Parts.label(result.id().value(), "figures"),
                        Parts.label(result.name()),
                        Parts.label(Figures.duration(result.seconds()), "figures", StatusLook.MUTED),
                        Parts.paragraph(
                                result.failure() == null
                                        ? ""
                                        : Figures.prose(result.failure().message()),
                                StatusLook.MUTED)));
        return grid;
    }
}
