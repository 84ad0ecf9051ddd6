package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Page;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keyboard shortcuts of the window.
final class Keys {
    private static final String NEW_STRATEGY_KEYS = "Shortcut+N";
    static final KeyCombination NEW_STRATEGY = KeyCombination.valueOf(NEW_STRATEGY_KEYS);

    private Keys() {}

    static void install(Scene scene, DashboardModel model, DashboardView view, Overlay overlay, Runnable switchTheme) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (overlay.isOpen() && event.getCode() == KeyCode.ESCAPE) {
                overlay.dismiss();
                event.consume();
            }
        });
        // Whoever has the focus has closed his own details before.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean isFiltered = !model.choices().filter().get().isEmpty();
            if (event.getCode() == KeyCode.ESCAPE && isFiltered) {
                model.choices().filter().set("");
                event.consume();
            }
        });
        // Behind an open card only the theme may change.
        on(scene, "Shortcut+T", switchTheme);
        whileClosed(scene, overlay, "Shortcut+Enter", () -> {
            if (model.canValidate()) {
                model.validate();
            }
        });
        whileClosed(scene, overlay, "Shortcut+D", model::dryRun);
        whileClosed(scene, overlay, "Shortcut+O", model::chooseWorkspace);
        whileClosed(scene, overlay, NEW_STRATEGY_KEYS, model.ideas()::newStrategy);
        whileClosed(scene, overlay, "Shortcut+F", () -> view.toolBar().filter().requestFocus());
        whileClosed(scene, overlay, "F5", model::reload);
        whileClosed(scene, overlay, "F1", overlay::showHelp);
        int number = 1;
        for (Page page : Page.values()) {
            whileClosed(
                    scene,
                    overlay,
                    "Shortcut+" + number,
                    () -> model.choices().page().set(page));
            number++;
        }
        whileClosed(scene, overlay, "Shortcut+Period", model.runs()::cancel);
    }

    private static void whileClosed(Scene scene, Overlay overlay, String keys, Runnable action) {
        on(scene, keys, () -> {
            if (!overlay.isOpen()) {
                action.run();
            }
        });
    }

    private static void on(Scene scene, String keys, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
    }
}
