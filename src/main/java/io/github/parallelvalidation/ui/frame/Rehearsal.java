package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.Page;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/// Shows each page of a window, in both themes, and closes it: what a start of the window and a look around need.
final class Rehearsal extends AnimationTimer {
    /// A page is laid out in the first frame and drawn in the next.
    private static final int FRAMES_EACH = 3;

    private final DashboardWindow window;
    private final Stage stage;
    private final Queue<Page> pages = new ArrayDeque<>(List.of(Page.values()));
    private int frames;

    Rehearsal(DashboardWindow window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    @Override
    public void handle(long now) {
        if (window.model().loaded().get().isEmpty() || ++frames % FRAMES_EACH != 0) {
            return;
        }
        Page page = pages.poll();
        if (page == null) {
            stop();
            stage.close();
        } else {
            window.model().choices().page().set(page);
            window.switchTheme();
        }
    }
}
