package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.palette.Shortcut;
import io.github.parallelvalidation.ui.palette.WindowAction;
import io.github.parallelvalidation.ui.palette.WindowActions;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the window: those of its actions, and Esc.
final class Keys {
    private final Scene scene;
    private final Overlay overlay;
    private final WindowActions actions;

    private Keys(Scene scene, Overlay overlay, WindowActions actions) {
        this.scene = scene;
        this.overlay = overlay;
        this.actions = actions;
    }

    static void install(Scene scene, DashboardModel model, Overlay overlay, WindowActions actions) {
        Keys keys = new Keys(scene, overlay, actions);
        keys.escape(model);
        List<Shortcut> all =
                actions.all().stream().flatMap(action -> action.keys().stream()).toList();
        all.stream()
                .filter(shortcut -> !shortcut.isTyped())
                .forEach(shortcut -> scene.getAccelerators()
                        .put(KeyCombination.valueOf(shortcut.combination()), () -> keys.perform(shortcut)));
        List<Shortcut> typed = all.stream().filter(Shortcut::isTyped).toList();
        scene.addEventHandler(
                KeyEvent.KEY_TYPED,
                event -> typed.stream()
                        .filter(shortcut -> shortcut.combination().equals(event.getCharacter()) && !keys.isWriting())
                        .forEach(keys::perform));
    }

    /// Esc closes a card; else whoever has the focus has closed his own details; else the filter goes.
    private void escape(DashboardModel model) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (overlay.isOpen() && event.getCode() == KeyCode.ESCAPE) {
                overlay.dismiss();
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean isFiltered = !model.choices().filter().get().isEmpty();
            if (event.getCode() == KeyCode.ESCAPE && isFiltered) {
                model.choices().filter().set("");
                event.consume();
            }
        });
    }

    private void perform(Shortcut pressed) {
        actions.perform(pressed, this::isWanted);
    }

    /// Behind an open card little may change.
    private boolean isWanted(WindowAction action) {
        return !overlay.isOpen() || action.worksBehindCards();
    }

    /// In a field a sign is text.
    private boolean isWriting() {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl;
    }
}
