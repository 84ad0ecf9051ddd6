package io.github.parallelvalidation.ui.frame;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.display.ChosenText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SegmentedChoice;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.ui.model.Work;
import io.github.parallelvalidation.ui.queue.ColumnChooser;
import io.github.parallelvalidation.ui.queue.ColumnTitle;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The tool bar: the choices for a run, and the button that starts it.
final class ToolBarView extends HBox {
    private static final double ACTION_WIDTH = 152;
    /// Where it is narrower, the boxes say in their tooltips what they are for.
    private static final double ROOM_FOR_CAPTIONS = 1160;

    private final DashboardModel model;
    private final WorkspaceMenu workspaces;
    private final SplitMenuButton validate = new SplitMenuButton();
    private final MenuItem all = new MenuItem();
    private final CheckBox thenL1 = new CheckBox(Texts.of("bar.then"));
    private final Button cancel;
    private final ColumnChooser columns;
    private final CustomTextField filter = new CustomTextField();
    private final List<Control> choices = new ArrayList<>();

    ToolBarView(DashboardModel model, WatchModel watch, WindowMemory memory, Runnable switchTheme, Runnable showHelp) {
        super(Parts.GRID);
        this.model = model;
        workspaces = new WorkspaceMenu(model, memory);
        getStyleClass().add("top-bar");
        cancel = Parts.button(Texts.of("bar.cancel"), model.runs()::cancel, Styles.DANGER);
        Button theme = Parts.glyphButton(memory.theme().get().glyphOfOther(), Texts.of("bar.theme"), switchTheme);
        theme.setId("theme");
        memory.theme().subscribe(now -> theme.setGraphic(new FontIcon(now.glyphOfOther())));
        Button help = Parts.glyphButton(Feather.HELP_CIRCLE, Texts.of("bar.help"), showHelp);
        help.setId("help");
        buildActions();
        buildFilter();
        Choices chosen = model.choices();
        columns = new ColumnChooser(() -> ColumnTitle.of(model.tierShown()), chosen.hiddenColumns());
        getChildren()
                .addAll(
                        workspaces,
                        tier(chosen.tier()),
                        caption(Texts.of("bar.workers")),
                        choice("workers", Texts.of("bar.workers.tip"), numbers(), chosen.workers(), String::valueOf),
                        caption(Texts.of("bar.most")),
                        choice(
                                "at-most",
                                Texts.of("bar.most.tip"),
                                Choices.AT_MOST,
                                chosen.atMost(),
                                most -> most.map(String::valueOf).orElse(Figures.MISSING)),
                        new StackPane(validate, cancel),
                        thenL1,
                        watch(watch),
                        Parts.gap(),
                        filter,
                        columns.button(),
                        theme,
                        help);
    }

    /// Shows the list of the table's columns.
    void chooseColumns() {
        columns.button().fire();
    }

    TextField filter() {
        return filter;
    }

    void refresh() {
        boolean idle = model.runs().isIdle();
        Work now = model.toDo().now().get();
        validate.setText(now.words());
        validate.setDisable(!model.canValidate());
        validate.getTooltip()
                .setText(now.refusal()
                        .or(() -> now.doubtful()
                                .flatMap(ChosenText::notPassed)
                                .map(who -> Texts.of("bar.validate.asks", who)))
                        .orElse(Texts.of("bar.validate.tip")));
        all.setText(Texts.of(
                "bar.validate.all",
                Figures.many(model.toDo().waiting()),
                model.choices().tier().get()));
        all.setDisable(model.toDo().waiting() == 0 || !model.isReady());
        all.setVisible(now.isNarrowed());
        thenL1.setDisable(!idle || model.choices().tier().get() != Tier.L0);
        validate.setVisible(idle);
        cancel.setVisible(!idle);
        boolean cancelling = model.runs().activity().get() == Activity.CANCELLING;
        cancel.setDisable(cancelling);
        cancel.setText(cancelling ? Texts.of("bar.cancelling") : Texts.of("bar.cancel"));
        choices.forEach(choice -> choice.setDisable(!idle));
        workspaces.setDisable(!idle);
    }

    private static CheckBox watch(WatchModel model) {
        CheckBox box = new CheckBox(Texts.of("bar.watch"));
        box.setId("watch");
        box.setTooltip(Parts.tip(Texts.of("bar.watch.tip")));
        box.selectedProperty().bindBidirectional(model.on());
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private static List<Integer> numbers() {
        return IntStream.rangeClosed(1, Settings.MOST_WORKERS).boxed().toList();
    }

    private void buildActions() {
        validate.setId("validate");
        validate.setGraphic(new FontIcon(Feather.PLAY));
        validate.getStyleClass().add(Styles.ACCENT);
        // A count of five digits needs more than the two buttons share otherwise.
        validate.setMinWidth(USE_PREF_SIZE);
        validate.setMaxWidth(Double.MAX_VALUE);
        validate.setTooltip(Parts.tip(""));
        validate.setOnAction(_ -> model.validate());
        all.setId("validate-all");
        all.setOnAction(_ -> model.toDo().validateAll());
        MenuItem dryRun = new MenuItem(Texts.of("bar.dry"));
        dryRun.setId("dry-run");
        dryRun.setOnAction(_ -> model.dryRun());
        validate.getItems().addAll(all, dryRun);
        thenL1.setId("then-l1");
        thenL1.setTooltip(Parts.tip(Texts.of("bar.then.tip")));
        thenL1.selectedProperty().bindBidirectional(model.choices().thenL1());
        thenL1.setMinWidth(USE_PREF_SIZE);
        cancel.setId("cancel");
        cancel.setGraphic(new FontIcon(Feather.SQUARE));
        cancel.setMinWidth(ACTION_WIDTH);
        cancel.setMaxWidth(Double.MAX_VALUE);
    }

    private void buildFilter() {
        filter.setId("filter");
        filter.setPromptText(Texts.of("bar.filter"));
        filter.setAccessibleText(Texts.of("bar.filter.accessible"));
        filter.setLeft(new FontIcon(Feather.SEARCH));
        filter.setMinWidth(96);
        // Where it is narrow, the name of the workspace needs the room.
        filter.setPrefWidth(124);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(240);
        filter.textProperty().bindBidirectional(model.choices().filter());
    }

    private Label caption(String text) {
        Label label = Parts.label(text, Role.MUTED.style());
        label.setMinWidth(USE_PREF_SIZE);
        label.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_CAPTIONS));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private SegmentedChoice<Tier> tier(ObjectProperty<Tier> chosen) {
        SegmentedChoice<Tier> choice = new SegmentedChoice<>("tier", List.of(Tier.values()), chosen, Tier::name);
        choices.add(choice);
        return choice;
    }

    private <T> ComboBox<T> choice(
            String id, String meaning, List<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setTooltip(Parts.tip(meaning));
        box.setAccessibleText(meaning);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the box is not editable");
            }
        });
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(chosen);
        box.setMinWidth(USE_PREF_SIZE);
        choices.add(box);
        return box;
    }
}
