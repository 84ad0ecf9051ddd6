package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Attention;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Notice;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.ui.palette.PaletteModel;
import io.github.parallelvalidation.ui.palette.WindowActions;
import io.github.parallelvalidation.ui.palette.WindowParts;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Assembles model, views, dialogs and remembered settings in a stage.
public final class DashboardWindow {
    /// A screen of 1920 by 1080 at 200 %, less the bars of the desktop.
    private static final double SMALLEST_WIDTH = 800;

    private static final double SMALLEST_HEIGHT = 480;
    private static final double ANY_SIZE = 13;

    private final WindowMemory memory;
    private final DashboardModel model;
    private final WatchModel watch;
    private final DiskFollower follower;
    private final Overlay overlay;
    private final WindowActions actions;
    private final DashboardView view;
    private final Scene scene;
    private Consumer<Notice> notices = _ -> {};
    private Optional<Stage> shown = Optional.empty();

    public DashboardWindow(
            Validation validation, Workspace workspace, WindowMemory memory, BackgroundWork work, InstantSource clock) {
        this.memory = memory;
        loadFonts();
        overlay = new Overlay();
        model = new DashboardModel(validation, workspace, overlay, work, clock);
        memory.queue().give(model.choices());
        memory.follow(() -> QueueMemory.of(model.choices()));
        watch = new WatchModel(model, overlay::isOpen, memory);
        follower = new DiskFollower(work.display(), (changed, phase) -> {
            watch.look(changed, phase);
            shown.ifPresent(stage -> keep(stage, work.background()));
        });
        actions = new WindowActions(model, watch, new Places());
        view = new DashboardView(model, watch, memory, overlay, actions::switchTheme, this::showHelp);
        scene = new Scene(new StackPane(view, overlay), memory.width(), memory.height());
        scene.getStylesheets().add(resource("/styles/dashboard.css"));
        Keys.install(scene, model, overlay, actions);
        model.choices().theme().bindBidirectional(memory.theme());
        model.choices().density().bindBidirectional(memory.density());
        model.choices().notices().bindBidirectional(memory.notices());
        model.choices().page().bindBidirectional(memory.page());
        model.choices().tableLook().bindBidirectional(memory.tableLook());
        memory.theme().subscribe(Theme::apply);
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(_ -> memory.theme().get().apply());
        memory.density().subscribe(this::pack);
        model.workspace().subscribe(memory::opened);
        FolderDrop.install(scene, model, overlay);
        Bindings.bindContentBidirectional(model.choices().hiddenColumns(), memory.hiddenColumns());
        model.reload();
    }

    public Scene scene() {
        return scene;
    }

    public Overlay overlay() {
        return overlay;
    }

    public DashboardModel model() {
        return model;
    }

    WatchModel watch() {
        return watch;
    }

    /// One step of what happens at display rate while a run is on.
    void tick() {
        view.tick();
    }

    /// @param desktop is told what happens while nobody looks at the window; before it is shown
    void notices(Consumer<Notice> desktop) {
        notices = desktop;
    }

    void show(Stage stage) {
        stage.setScene(scene);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        fit(stage, Screen.getPrimary().getVisualBounds());
        place(stage);
        Attention attention = new Attention(model, stage.focusedProperty(), notices);
        overlay.visibleProperty().subscribe(attention::asked);
        attention.title().subscribe(stage::setTitle);
        stage.setOnCloseRequest(event -> {
            event.consume();
            model.close(stage::close);
        });
        model.workspace().subscribe(follower::follow);
        stage.setOnHidden(_ -> {
            follower.close();
            keepPlace(stage);
            memory.save();
        });
        stage.show();
        shown = Optional.of(stage);
    }

    /// Whoever ends the program from outside finds the window as it was a moment before.
    private void keep(Stage stage, Executor background) {
        keepPlace(stage);
        memory.save(background);
    }

    /// A window that was sized for a larger screen stays on this one.
    private void fit(Stage stage, Rectangle2D room) {
        if (scene.getWidth() > room.getWidth()) {
            stage.setWidth(room.getWidth());
        }
        if (scene.getHeight() > room.getHeight()) {
            stage.setHeight(room.getHeight());
        }
    }

    /// Where it was, if that can be seen on one of the screens of today.
    private void place(Stage stage) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        memory.place().ifPresent(place -> {
            if (place.isWithin(screens, memory.width())) {
                stage.setX(place.x());
                stage.setY(place.y());
            }
            stage.setMaximized(place.maximised());
        });
    }

    /// What a window that fills the screen had before is what it goes back to.
    private void keepPlace(Stage stage) {
        if (stage.isMaximized()) {
            memory.place(new WindowPlace(
                    memory.place().map(WindowPlace::x).orElse(stage.getX()),
                    memory.place().map(WindowPlace::y).orElse(stage.getY()),
                    true));
        } else {
            memory.size(scene.getWidth(), scene.getHeight());
            memory.place(new WindowPlace(stage.getX(), stage.getY(), false));
        }
    }

    void switchTheme() {
        actions.switchTheme();
    }

    void showHelp() {
        overlay.showHelp(actions.all());
    }

    void openPalette() {
        overlay.showPalette(new PaletteModel(model, actions));
    }

    /// Where the actions reach the window.
    private final class Places implements WindowParts {
        @Override
        public void openPalette() {
            DashboardWindow.this.openPalette();
        }

        @Override
        public void showHelp() {
            DashboardWindow.this.showHelp();
        }

        @Override
        public void showAlerts(List<String> alerts) {
            overlay.showAlerts(alerts);
        }

        @Override
        public void toFilter() {
            view.toolBar().filter().requestFocus();
        }

        @Override
        public void chooseColumns() {
            view.toolBar().chooseColumns();
        }

        @Override
        public void showSelected() {
            view.showSelected();
        }

        @Override
        public List<Path> recent() {
            return memory.recent();
        }

        @Override
        public void copy(String text) {
            Parts.copy(text);
        }
    }

    private void pack(Density density) {
        for (Density each : Density.values()) {
            view.getStyleClass().remove(each.code());
        }
        view.getStyleClass().add(density.code());
    }

    private static void loadFonts() {
        for (String face : new String[] {"Regular", "Medium", "Bold"}) {
            Font.loadFont(resource("/fonts/Roboto-" + face + ".ttf"), ANY_SIZE);
        }
    }

    private static String resource(String path) {
        return Objects.requireNonNull(DashboardWindow.class.getResource(path), () -> "the program comes with " + path)
                .toExternalForm();
    }
}
