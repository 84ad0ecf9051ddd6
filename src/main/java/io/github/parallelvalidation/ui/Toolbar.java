package io.github.parallelvalidation.ui;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.gate.Tier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/// What a run takes, and the button that starts it.
final class Toolbar extends HBox {
    private static final List<Optional<Integer>> MOST =
            List.of(Optional.empty(), Optional.of(1), Optional.of(2), Optional.of(5), Optional.of(10), Optional.of(20));

    private final DashboardModel model;
    private final MenuButton workspace = new MenuButton();
    private final ChoiceBox<Tier> tier = new ChoiceBox<>();
    private final ChoiceBox<Integer> workers = new ChoiceBox<>();
    private final ChoiceBox<Optional<Integer>> most = new ChoiceBox<>();
    private final Button validate = new Button();
    private final Button plan = new Button("Plan", Parts.icon(Feather.LIST));
    private final CustomTextField filter = new CustomTextField();
    private final Button theme = new Button();
    private final Button help = new Button(null, Parts.icon(Feather.HELP_CIRCLE));

    Toolbar(DashboardModel model) {
        super(8);
        this.model = model;
        getStyleClass().add("toolbar");
        workspace.setId("workspace");
        workspace.setGraphic(Parts.icon(Feather.FOLDER));
        workspace.getStyleClass().add(Styles.FLAT);
        choice(tier, "tier", List.of(Tier.values()), Tier::name, "The tier to validate at");
        tier.valueProperty().bindBidirectional(model.tier());
        choice(workers, "workers", List.of(1, 2, 3, 4), n -> n == 1 ? "1 worker" : n + " workers", "Workers at once");
        workers.valueProperty().bindBidirectional(model.workers());
        choice(
                most,
                "most",
                MOST,
                n -> n.map(count -> "at most " + count).orElse("all that wait"),
                "How many strategies to take");
        most.valueProperty().bindBidirectional(model.atMost());
        validate.setId("validate");
        plan.setId("plan");
        plan.setTooltip(Parts.tooltip("What a run would do; nothing is run or written (Ctrl+P)"));
        plan.setOnAction(event -> model.dryRun());
        filter.setId("filter");
        filter.setPromptText("Filter");
        filter.setLeft(Parts.icon(Feather.SEARCH, StatusLook.MUTED));
        filter.setPrefWidth(180);
        theme.setId("theme");
        help.setId("help");
        help.setTooltip(Parts.tooltip("Keys and words (F1)"));
        for (Button quiet : List.of(theme, help)) {
            quiet.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        }
        Label gap = new Label();
        getChildren().addAll(workspace, gap, tier, workers, most, validate, plan, Parts.spacer(), filter, theme, help);
        refresh();
    }

    MenuButton workspaceMenu() {
        return workspace;
    }

    TextField filter() {
        return filter;
    }

    Button theme() {
        return theme;
    }

    Button help() {
        return help;
    }

    /// Says what the buttons do now.
    void refresh() {
        boolean running = model.isRunning();
        int waiting = model.waiting();
        workspace.setText(model.workspace().name());
        validate.setText(running ? "Cancel" : "Validate " + waiting);
        validate.setGraphic(Parts.icon(running ? Feather.SQUARE : Feather.PLAY));
        validate.getStyleClass().removeAll(Styles.ACCENT, Styles.DANGER);
        validate.getStyleClass().add(running ? Styles.DANGER : Styles.ACCENT);
        validate.setTooltip(Parts.tooltip(
                running
                        ? "Ends the workers; unfinished strategies are as if they had never started"
                        : waiting == 0
                                ? "Nothing in the queue awaits " + model.tier().get()
                                : "Validates what awaits " + model.tier().get() + " (Ctrl+Enter)"));
        validate.setOnAction(event -> {
            if (model.isRunning()) {
                model.cancel();
            } else {
                model.validate();
            }
        });
        validate.setDisable(!running && waiting == 0);
        plan.setDisable(running || waiting == 0);
        tier.setDisable(running);
        workers.setDisable(running);
        most.setDisable(running);
        workspace.setDisable(running);
    }

    private static <T> void choice(
            ChoiceBox<T> box, String id, List<T> items, Function<T, String> text, String tooltip) {
        box.setId(id);
        box.getItems().setAll(items);
        box.setTooltip(Parts.tooltip(tooltip));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T item) {
                return item == null ? "" : text.apply(item);
            }

            @Override
            public T fromString(String written) {
                throw new UnsupportedOperationException("the box is not typed into");
            }
        });
    }
}
