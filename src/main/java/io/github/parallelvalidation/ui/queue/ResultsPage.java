package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.DecisionText;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.RunLine;
import io.github.parallelvalidation.ui.model.RunRows;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The results page: the outcome of one run, its decision, its strategies.
public final class ResultsPage extends BorderPane {
    private final DashboardModel model;
    private final Label run = Parts.cuttable(Role.MUTED.style());
    private final Label sentence = Parts.paragraph("", "sentence");
    private final Label decision = Parts.paragraph("", Role.MUTED.style());
    private final MenuButton export = new MenuButton(Texts.of("results.export"), new FontIcon(Feather.SHARE));
    private final StrategyPane strategies;
    private final RunRows rows = new RunRows();

    public ResultsPage(DashboardModel model) {
        this.model = model;
        strategies = new StrategyPane(Texts.of("results.placeholder"), model, false);
        strategies.table().setId("results");
        strategies.table().setAccessibleText(Texts.of("results.accessible"));
        sentence.setId("sentence");
        export.setId("export");
        export.setMinWidth(USE_PREF_SIZE);
        export.setTooltip(Parts.tip(Texts.of("results.export.tip")));
        for (Format format : Format.values()) {
            MenuItem item = new MenuItem(format.title() + "…");
            item.setId("export-" + format.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> model.export(format));
            export.getItems().add(item);
        }
        model.choices().filter().subscribe(strategies.table()::filter);
        model.remarks()
                .all()
                .subscribe(
                        now -> strategies.show(rows.note(now), model.workspace().get()));
        getStyleClass().add("results-page");
        VBox words = Parts.column(Parts.HALF, run, sentence, decision);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = Parts.row(Parts.GRID, words, export);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(strategies);
    }

    public void refresh() {
        Optional<RunOutcome> shown = model.shown().get();
        export.setDisable(shown.isEmpty());
        run.setText(shown.map(this::title).orElse(Texts.of("results.none")));
        sentence.setText(shown.map(outcome -> RunLine.finished(outcome).text()).orElse(Texts.of("results.none.hint")));
        String decided = shown.map(ResultsPage::decision).orElse("");
        decision.setText(decided);
        decision.setVisible(!decided.isEmpty());
        decision.setManaged(!decided.isEmpty());
        strategies.show(
                rows.show(shown, model.remarks().all().get()), model.workspace().get());
    }

    private String title(RunOutcome outcome) {
        return Texts.of(
                "results.title",
                outcome.plan().runId(),
                StatusText.when(outcome.plan().startedAt(), model.clock().instant(), ZoneId.systemDefault()),
                outcome.plan().tier(),
                outcome.plan().workers());
    }

    private static String decision(RunOutcome outcome) {
        Escalation escalation = outcome.escalation();
        if (escalation == null) {
            return "";
        }
        return escalation.decided().map(DecisionText::of).orElse(Texts.of("results.waits"));
    }
}
