package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.LuckCaveats;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.display.SharpeText;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.idea.IdeaPane;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows all that is known about one strategy.
public final class DetailPane extends ScrollPane {
    private static final double SECTION_WIDTH = 248;

    private final VBox box = Parts.column(Parts.GRID);
    // Under each other beside the table, side by side under it.
    private final FlowPane sections = new FlowPane(Parts.DOUBLE + Parts.GRID, Parts.DOUBLE);
    private final Runnable close;
    private final BiConsumer<StrategyId, Tier> copyCommand;
    private final BiConsumer<StrategyRow, Consumer<StrategyEvidence>> evidence;
    private final IdeaPane idea;
    private EvidencePane pictures = new EvidencePane();
    private Optional<StrategyRow> shown = Optional.empty();

    /// @param copyCommand copies the command that runs a worker at a strategy by hand
    /// @param evidence reads what there is to see of a strategy and hands it over
    /// @param idea where its idea is changed
    public DetailPane(
            Runnable close,
            BiConsumer<StrategyId, Tier> copyCommand,
            BiConsumer<StrategyRow, Consumer<StrategyEvidence>> evidence,
            IdeaPane idea) {
        this.close = close;
        this.copyCommand = copyCommand;
        this.evidence = evidence;
        this.idea = idea;
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("detail");
        box.getStyleClass().add("detail-box");
        setMinSize(0, 0);
    }

    /// @param folder the workspace's folder of strategies
    public void show(StrategyRow row, String folder) {
        if (Optional.of(row).equals(shown)) {
            return;
        }
        shown = Optional.of(row);
        Runnable backToTheIdea = idea.keepFocus();
        Label title = Parts.paragraph(row.name(), "detail-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label status = Parts.label(row.status().word(), row.status().role().style());
        status.setGraphic(Parts.icon(row.status().glyph(), row.status().role()));
        box.getChildren()
                .setAll(
                        Parts.row(
                                Parts.GRID,
                                Parts.label(row.id().value(), Role.MUTED.style()),
                                Parts.gap(),
                                status,
                                Parts.glyphButton(Feather.X, "Close (Esc)", close)),
                        title);
        sections.getChildren().clear();
        setVvalue(0);
        pictures = new EvidencePane();
        EvidencePane mine = pictures;
        evidence.accept(row, found -> mine.show(row, found));
        box.getChildren().add(pictures.market());
        row.result()
                .ifPresentOrElse(
                        result -> result(result, row.tier(), row.status().role()),
                        () -> box.getChildren()
                                .add(Parts.paragraph(
                                        "No result at " + row.tier()
                                                + " yet. Gates and figures will stand here after its run.",
                                        Role.MUTED.style())));
        section("The idea", pictures.idea());
        section("Change it", idea);
        idea.show(row.id());
        section(
                "Files",
                Parts.column(
                        0,
                        Parts.paragraph(folder, Role.MUTED.style()),
                        Parts.paragraph(row.id() + "…/hypothesis.md", Role.MUTED.style())));
        box.getChildren().add(sections);
        backToTheIdea.run();
    }

    /// No strategy is selected any more.
    public void leave() {
        shown = Optional.empty();
        idea.leave();
    }

    private void result(StrategyResult result, Tier tier, Role role) {
        Judgement judgement = result.judgement();
        if (judgement.failure() != null) {
            box.getChildren().add(Parts.paragraph(judgement.failure().message(), role.style()));
        }
        if (!judgement.relaxedGates().isEmpty()) {
            box.getChildren()
                    .add(Parts.paragraph(
                            "Passed only under relaxed thresholds: " + ThresholdsText.of(judgement.relaxedGates()),
                            Role.WARNING.style()));
        }
        if (!judgement.metrics().values().isEmpty()) {
            section("Is it luck?", pictures.luck());
            if (tier == Tier.L0) {
                section("Does more score mean more return?", pictures.deciles());
            }
            section(tier == Tier.L0 ? "When did it work?" : "Equity and drawdown", pictures.time());
        }
        if (!judgement.gates().isEmpty()) {
            section("Gates", gates(judgement.gates()));
        }
        SanityFlag.of(judgement.metrics())
                .forEach(flag -> box.getChildren()
                        .add(Parts.paragraph("Look twice: " + flag.sentence() + ".", Role.WARNING.style())));
        EarlierPass.of(judgement.metrics())
                .ifPresent(pass -> box.getChildren()
                        .add(Parts.paragraph("Look twice: " + ResemblanceText.of(pass) + ".", Role.WARNING.style())));
        SharpeText.of(judgement.metrics())
                .ifPresent(text ->
                        box.getChildren().add(Parts.paragraph("Sharpe ratio: " + text + ".", Role.MUTED.style())));
        if (!judgement.metrics().values().isEmpty()) {
            switch (tier) {
                case L0 -> figures("Against luck", FigureLists.L0_HONESTY, judgement.metrics());
                case L1 -> {
                    figures("Backtest", FigureLists.BACKTEST, judgement.metrics());
                    figures("Against luck", FigureLists.L1_HONESTY, judgement.metrics());
                    variants(Variant.of(judgement.metrics()));
                }
            }
        }
        LuckCaveats.of(judgement.metrics())
                .forEach(caveat -> box.getChildren().add(Parts.paragraph(caveat, Role.MUTED.style())));
        GridPane grid = grid();
        line(
                grid,
                "time",
                Figures.seconds(result.effort().seconds()),
                Figures.exact(result.effort().seconds()) + " s");
        line(grid, "attempts", String.valueOf(result.effort().attempts()), "Workers that were started for it");
        line(
                grid,
                "memory",
                Figures.megabytes(result.effort().peakMemoryMb()),
                "Largest resident memory that was sampled");
        section("Run", grid);
        if (!result.effort().cards().isEmpty()) {
            section("Attempts", new AttemptsPane(result.effort().cards(), () -> copyCommand.accept(result.id(), tier)));
        }
    }

    private void figures(String title, List<MetricColumn> columns, Metrics metrics) {
        GridPane grid = grid();
        for (MetricColumn column : columns) {
            Figure figure = Figures.metric(metrics, column.metric());
            line(grid, column.header(), figure.text(), column.meaning() + ": " + figure.detail());
        }
        section(title, grid);
    }

    /// Beside the chosen numbers the edge should still be there.
    private void variants(List<Variant> variants) {
        if (variants.isEmpty()) {
            return;
        }
        GridPane grid = grid();
        for (Variant variant : variants) {
            Figure sharpe = Figures.metric(variant.metrics(), MetricNames.SHARPE);
            Figure trades = Figures.metric(variant.metrics(), MetricNames.TRADES);
            line(
                    grid,
                    "all numbers × " + PlainNumber.of(variant.factor()),
                    "%s · %s trades".formatted(sharpe.text(), trades.text()),
                    "Sharpe ratio " + sharpe.detail());
        }
        section("Sharpe of the neighbours", grid);
    }

    private static GridPane gates(List<GateResult> gates) {
        GridPane grid = grid();
        for (GateResult gate : gates) {
            Double actual = gate.actual();
            Label name = Parts.label(MetricColumn.label(gate.name()));
            name.setGraphic(
                    gate.passed() ? Parts.icon(Feather.CHECK, Role.SUCCESS) : Parts.icon(Feather.X, Role.DANGER));
            Label value = Parts.label(actual == null ? Figures.MISSING : Figures.text(gate.name(), actual), "figures");
            new Hint(value).say(gate.sentence());
            int row = grid.getRowCount();
            grid.add(name, 0, row);
            grid.add(value, 1, row);
            Label need = Parts.paragraph("needs " + gate.requirement().words(), "need", Role.MUTED.style());
            grid.add(need, 0, row + 1, 2, 1);
        }
        return grid;
    }

    private void section(String title, Region content) {
        content.setPrefWidth(SECTION_WIDTH);
        sections.getChildren().add(Parts.column(Parts.HALF, Parts.label(title, "heading"), content));
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(Parts.GRID, Parts.HALF);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(names, values);
        return grid;
    }

    private static void line(GridPane grid, String name, String value, String detail) {
        Label shown = Parts.label(value, "figures");
        new Hint(shown).say(detail);
        grid.addRow(grid.getRowCount(), Parts.label(name), shown);
    }
}
