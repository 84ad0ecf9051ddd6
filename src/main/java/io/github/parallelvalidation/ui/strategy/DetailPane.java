package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.GateText;
import io.github.parallelvalidation.display.InsistedText;
import io.github.parallelvalidation.display.LuckCaveats;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.display.SharpeText;
import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SectionGrid;
import io.github.parallelvalidation.ui.idea.IdeaPane;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows all that is known about one strategy: first whether it is luck, where it signals, when it worked.
public final class DetailPane extends ScrollPane {
    private final VBox box = Parts.column(Parts.DOUBLE);
    private final SectionGrid sections = new SectionGrid(Parts.DOUBLE + Parts.GRID);
    private final DashboardModel model;
    private final IdeaPane idea;
    private final RemarkBar remarks;
    private final Button expand;
    private final Button close;
    private Optional<StrategyRow> shown = Optional.empty();

    /// @param idea where its idea is changed
    /// @param expand gives it the whole page, or takes that back
    public DetailPane(DashboardModel model, IdeaPane idea, Runnable expand, Runnable close) {
        this.model = model;
        this.idea = idea;
        this.remarks = new RemarkBar(model.remarks());
        this.expand = Parts.glyphButton(Feather.MAXIMIZE_2, Texts.of("strategy.whole"), expand);
        this.expand.setId("expand");
        this.close = Parts.glyphButton(Feather.X, Texts.of("strategy.close"), close);
        setContent(box);
        setFitToWidth(true);
        setAccessibleText(Texts.of("strategy.accessible"));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("detail");
        box.getStyleClass().add("detail-box");
        setMinSize(0, 0);
    }

    /// Says what the button does that gives it the whole page.
    public void expanded(boolean isWhole) {
        expand.setGraphic(new FontIcon(isWhole ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
        String name = isWhole ? Texts.of("strategy.back") : Texts.of("strategy.whole");
        expand.setTooltip(Parts.tip(name));
        expand.setAccessibleText(name);
    }

    /// @param folder the workspace's folder of strategies
    public void show(StrategyRow row, String folder) {
        remarks.show(row.id());
        if (Optional.of(row.unnoted()).equals(shown)) {
            return;
        }
        // Another strategy is looked at from its top; what a run adds to this one must not move it.
        if (shown.filter(before -> before.id().equals(row.id())).isEmpty()) {
            setVvalue(0);
        }
        shown = Optional.of(row.unnoted());
        setAccessibleText(row.id() + " " + row.name());
        Runnable backToTheIdea = idea.keepFocus();
        EvidencePane pictures = new EvidencePane(row, model.files()::savePicture);
        sections.clear();
        box.getChildren().setAll(head(row, pictures));
        row.result()
                .ifPresentOrElse(
                        result -> result(result, row.tier(), row.status().role(), pictures), () -> {
                            box.getChildren()
                                    .add(Parts.paragraph(
                                            Texts.of("strategy.unjudged", row.tier()), Role.MUTED.style()));
                            wide(Texts.of("strategy.market"), pictures.price());
                            section(Texts.of("strategy.idea"), pictures.idea());
                            wide(Texts.of("strategy.rules"), idea);
                        });
        VBox past = Parts.column(0);
        section(Texts.of("strategy.looks"), past);
        model.files().looks(row, looks -> past.getChildren().setAll(new LooksPane(looks)));
        section(Texts.of("strategy.files"), Parts.paragraph(folder + "/" + row.id() + "…", Role.MUTED.style()));
        box.getChildren().add(sections);
        idea.show(row.id());
        backToTheIdea.run();
        model.files().evidence(row, pictures::show);
        model.files().prices(row, pictures::show);
    }

    /// No strategy is looked at any more.
    public void leave() {
        shown = Optional.empty();
        idea.leave();
    }

    private Node head(StrategyRow row, EvidencePane pictures) {
        Label title = Parts.cuttable("detail-title");
        title.setText(row.name());
        Label status = Parts.label(row.status().word(), row.status().role().style());
        status.setGraphic(Parts.icon(row.status().glyph(), row.status().role()));
        status.setMinWidth(USE_PREF_SIZE);
        VBox names = Parts.column(
                2, Parts.row(Parts.GRID, Parts.label(row.id().value(), Role.MUTED.style()), title), pictures.market());
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        return Parts.row(Parts.GRID, names, remarks, status, expand, close);
    }

    private void result(StrategyResult result, Tier tier, Role role, EvidencePane pictures) {
        Judgement judgement = result.judgement();
        Metrics metrics = judgement.metrics();
        VBox remarks = Parts.column(Parts.HALF);
        if (judgement.failure() != null) {
            remarks.getChildren().add(Parts.paragraph(GateText.failure(judgement), role.style()));
        }
        if (!judgement.relaxedGates().isEmpty()) {
            remarks.getChildren()
                    .add(Parts.paragraph(
                            Texts.of("strategy.relaxed", ThresholdsText.of(judgement.relaxedGates())),
                            Role.WARNING.style()));
        }
        InsistedText.sentence(result)
                .ifPresent(words -> remarks.getChildren().add(Parts.paragraph(words, Role.WARNING.style())));
        SanityFlag.of(metrics).forEach(flag -> lookTwice(remarks, flag.sentence()));
        EarlierPass.of(metrics).ifPresent(pass -> lookTwice(remarks, ResemblanceText.of(pass)));
        if (!remarks.getChildren().isEmpty()) {
            box.getChildren().add(remarks);
        }
        if (!metrics.values().isEmpty()) {
            section(Texts.of("strategy.luck"), pictures.luck());
            wide(tier == Tier.L0 ? Texts.of("strategy.signals") : Texts.of("strategy.trades.where"), pictures.price());
        }
        if (!judgement.gates().isEmpty()) {
            section(Texts.of("strategy.gates"), FigureGrid.gates(judgement.gates()));
        }
        if (!metrics.values().isEmpty()) {
            figures(tier, metrics, pictures);
        }
        section(Texts.of("strategy.idea"), pictures.idea());
        wide(Texts.of("strategy.rules"), idea);
        section(Texts.of("strategy.run"), FigureGrid.effort(result.effort()));
        if (!result.effort().cards().isEmpty()) {
            section(
                    Texts.of("strategy.attempts"),
                    new AttemptsPane(
                            result.effort().cards(), () -> model.commandByHand(result.id(), tier, Parts::copy)));
        }
    }

    /// A wide picture stands beside what is narrow: they take turns.
    private void figures(Tier tier, Metrics metrics, EvidencePane pictures) {
        switch (tier) {
            case L0 -> {
                section(Texts.of("strategy.deciles"), pictures.deciles());
                section(Texts.of("strategy.months"), pictures.time());
                section(Texts.of("strategy.against"), againstLuck(FigureLists.L0_HONESTY, metrics));
            }
            case L1 -> {
                wide(Texts.of("strategy.equity"), pictures.time());
                section(Texts.of("strategy.backtest"), FigureGrid.of(FigureLists.BACKTEST, metrics));
                wide(Texts.of("strategy.returns"), pictures.months());
                section(Texts.of("strategy.against"), againstLuck(FigureLists.L1_HONESTY, metrics));
                sections.addRoomy(titled(Texts.of("strategy.trades"), pictures.trades()));
                List<Variant> variants = Variant.of(metrics);
                if (!variants.isEmpty()) {
                    section(Texts.of("strategy.neighbours"), FigureGrid.variants(variants));
                }
            }
        }
    }

    private static void lookTwice(VBox remarks, String sentence) {
        remarks.getChildren().add(Parts.paragraph(Texts.of("strategy.twice", sentence), Role.WARNING.style()));
    }

    private static Node againstLuck(List<MetricColumn> columns, Metrics metrics) {
        VBox all = Parts.column(Parts.HALF, FigureGrid.of(columns, metrics));
        SharpeText.of(metrics)
                .ifPresent(text ->
                        all.getChildren().add(Parts.paragraph(Texts.of("strategy.sharpe", text), Role.MUTED.style())));
        LuckCaveats.of(metrics).forEach(caveat -> all.getChildren().add(Parts.paragraph(caveat, Role.MUTED.style())));
        return all;
    }

    private void section(String title, Node content) {
        sections.add(titled(title, content), false);
    }

    private void wide(String title, Node content) {
        sections.add(titled(title, content), true);
    }

    private static Node titled(String title, Node content) {
        return Parts.column(Parts.HALF, Parts.label(title, "heading"), content);
    }
}
