package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.UserState;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.File;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.kordamp.ikonli.feather.Feather;

/// The window around the dashboard: theme, keys, workspaces, closing.
final class DashboardWindow {
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final WindowDialogs dialogs;
    private final DashboardModel model;
    private final DashboardView view;
    private UserState state;
    private Consumer<UserState> closed = last -> {};

    DashboardWindow(
            Stage stage, Validation validation, Workspace workspace, UserState remembered, Executor background) {
        this.stage = stage;
        this.state = remembered.opened(workspace);
        for (String weight : new String[] {"Regular", "Medium", "Bold"}) {
            Font.loadFont(resource("/fonts/Roboto-" + weight + ".ttf"), 13);
        }
        dialogs = new WindowDialogs(stage);
        model = new DashboardModel(validation, workspace, dialogs, background, new FxThread());
        view = new DashboardView(model);
        Scene scene = new Scene(view, state.width(), state.height());
        scene.getStylesheets().add(resource("/styles/dashboard.css"));
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        view.toolbar().theme().setOnAction(event -> switchTheme());
        view.toolbar().help().setOnAction(event -> dialogs.help());
        keys(scene);
        // Others write the files too: coming back to the window shows what they did.
        stage.focusedProperty().subscribe(focused -> {
            if (focused && !model.isRunning()) {
                model.reload();
            }
        });
        stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::close);
        dress();
        listWorkspaces();
        model.reload();
    }

    void onClose(Consumer<UserState> listener) {
        closed = listener;
    }

    void show() {
        stage.show();
    }

    /// Selects the first strategy of the table.
    void selectFirst() {
        view.selectFirst();
    }

    /// Whether what is on disk is on the screen.
    boolean isSettled() {
        WorkspaceView now = model.view().get();
        RunOutcome outcome = model.shown().get();
        return now != null
                && outcome != null
                && now.lastRun()
                        .filter(run -> run.plan().equals(outcome.plan()))
                        .isPresent();
    }

    DashboardModel model() {
        return model;
    }

    private void dress() {
        Theme theme = Theme.of(state.dark());
        Application.setUserAgentStylesheet(theme.stylesheet());
        view.dress(theme);
        view.toolbar().theme().setGraphic(Parts.icon(state.dark() ? Feather.SUN : Feather.MOON));
        view.toolbar().theme().setTooltip(Parts.tooltip(state.dark() ? "Light" : "Dark"));
    }

    void switchTheme() {
        state = state.dark(!state.dark());
        dress();
    }

    private void listWorkspaces() {
        stage.setTitle(model.workspace().name() + " – Parallel Validation");
        MenuItem open = new MenuItem("Open…", Parts.icon(Feather.FOLDER));
        open.setOnAction(event -> choose());
        view.toolbar().workspaceMenu().getItems().setAll(open);
        state.workspaces().forEach(folder -> {
            MenuItem item = new MenuItem(folder.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> open(new Workspace(folder)));
            view.toolbar().workspaceMenu().getItems().add(item);
        });
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a workspace: the folder that holds .crypto");
        File folder = chooser.showDialog(stage);
        if (folder != null) {
            Workspace.find(folder.toPath())
                    .ifPresentOrElse(
                            this::open,
                            () -> dialogs.tell(
                                    folder + " holds no .crypto folder, nor does one above it. Make a workspace with:"
                                            + " parallel-validation init " + folder,
                                    ""));
        }
    }

    private void open(Workspace workspace) {
        model.open(workspace);
        if (model.workspace().equals(workspace)) {
            state = state.opened(workspace);
            listWorkspaces();
        }
    }

    private void keys(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (shortcut(KeyCode.PERIOD, event)) {
                model.cancel();
            } else if (event.getCode() == KeyCode.F5) {
                model.reload();
            } else if (event.getCode() == KeyCode.F1) {
                dialogs.help();
            } else if (shortcut(KeyCode.ENTER, event) && !model.isRunning() && model.waiting() > 0) {
                model.validate();
            } else if (shortcut(KeyCode.P, event) && !model.isRunning()) {
                model.dryRun();
            } else if (shortcut(KeyCode.F, event)) {
                view.toolbar().filter().requestFocus();
            } else if (shortcut(KeyCode.O, event)) {
                choose();
            } else {
                for (Pages.Page page : Pages.Page.values()) {
                    if (shortcut(page.key(), event)) {
                        view.show(page);
                    }
                }
            }
        });
    }

    private static boolean shortcut(KeyCode code, KeyEvent event) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).match(event);
    }

    /// A run that is on is cancelled first, and the window closes when its strategies are put back.
    private void close(WindowEvent event) {
        if (model.isRunning()) {
            event.consume();
            model.cancel();
            model.whenIdle(() -> {
                stage.close();
                closed.accept(state.sized(
                        stage.getScene().getWidth(), stage.getScene().getHeight()));
            });
        } else {
            closed.accept(
                    state.sized(stage.getScene().getWidth(), stage.getScene().getHeight()));
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(DashboardWindow.class.getResource(name), name)
                .toExternalForm();
    }
}
