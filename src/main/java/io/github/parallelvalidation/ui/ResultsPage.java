package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.RunOutcome;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// What came of one run: its sentence, its decision, its strategies.
final class ResultsPage extends BorderPane {
    private final DashboardModel model;
    private final Label run = Parts.cuttable(Role.MUTED.style());
    private final Label sentence = Parts.paragraph("", "sentence");
    private final Label decision = Parts.paragraph("", Role.MUTED.style());
    private final StrategyPane strategies;

    ResultsPage(DashboardModel model) {
        this.model = model;
        strategies =
                new StrategyPane("This run has no results.", model.workspace().get());
        strategies.table().setId("results");
        sentence.setId("sentence");
        model.choices().filter().subscribe(strategies.table()::filter);
        getStyleClass().add("results-page");
        VBox head = Parts.column(Parts.HALF, run, sentence, decision);
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(strategies);
    }

    void refresh() {
        Optional<RunOutcome> shown = model.shown().get();
        run.setText(shown.map(this::title).orElse("No run yet"));
        sentence.setText(shown.map(outcome -> RunLine.finished(outcome).text())
                .orElse("The results of a run will stand here. Validate starts one."));
        String decided = shown.map(ResultsPage::decision).orElse("");
        decision.setText(decided);
        decision.setVisible(!decided.isEmpty());
        decision.setManaged(!decided.isEmpty());
        Tier tier = shown.map(outcome -> outcome.plan().tier()).orElse(Tier.L0);
        List<StrategyRow> rows = shown.map(RunOutcome::strategies).orElse(List.of()).stream()
                .map(result -> StrategyRow.of(result, tier))
                .toList();
        strategies.show(rows, tier, model.workspace().get());
    }

    private String title(RunOutcome outcome) {
        return "Run " + outcome.plan().runId() + " · "
                + StatusText.when(outcome.plan().startedAt(), model.clock().instant(), ZoneId.systemDefault()) + " · "
                + outcome.plan().tier() + " · " + outcome.plan().workers() + " at once";
    }

    private static String decision(RunOutcome outcome) {
        Escalation escalation = outcome.escalation();
        if (escalation == null) {
            return "";
        }
        return escalation.decided().map(ResultsPage::words).orElse("A decision waits.");
    }

    private static String words(Decision decision) {
        return "Decided: " + decision.option().code() + ", by "
                + decision.decidedBy().code()
                + (decision.thresholds().isEmpty() ? "." : ", with " + decision.thresholds() + ".");
    }
}
