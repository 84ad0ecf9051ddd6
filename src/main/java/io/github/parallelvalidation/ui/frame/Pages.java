package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.history.HistoryPage;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.queue.QueuePage;
import io.github.parallelvalidation.ui.queue.ResultsPage;
import io.github.parallelvalidation.ui.settings.SettingsPage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The pages, of which one is seen. Each is made when it is first chosen, and follows the model when it is seen: the
/// window opens without waiting for pages that nobody looks at.
final class Pages extends StackPane {
    private final DashboardModel model;
    private final Map<Page, Made> made = new EnumMap<>(Page.class);
    private final Set<Page> outdated = EnumSet.allOf(Page.class);

    private record Made(Node node, Runnable refresh) {}

    Pages(DashboardModel model) {
        this.model = model;
        getStyleClass().add("pages");
        // A page that is not shown must not make the window taller.
        setMinSize(0, 0);
        model.choices().page().subscribe(this::show);
    }

    /// There is something new for these pages.
    void refresh(Page... pages) {
        outdated.addAll(Arrays.asList(pages));
        show(model.choices().page().get());
    }

    /// What the queue has selected takes the keys.
    void openSelected() {
        if (made.get(Page.QUEUE) instanceof Made(QueuePage queue, Runnable _)) {
            queue.open();
        }
    }

    private void show(Page page) {
        Made chosen = made.computeIfAbsent(page, this::add);
        if (outdated.remove(page)) {
            chosen.refresh().run();
        }
        made.forEach((each, content) -> content.node().setVisible(each == page));
    }

    private Made add(Page page) {
        Made added = make(page);
        getChildren().add(added.node());
        return added;
    }

    private Made make(Page page) {
        return switch (page) {
            case QUEUE -> new Made(new QueuePage(model), () -> {});
            case RESULTS -> {
                ResultsPage results = new ResultsPage(model);
                yield new Made(results, results::refresh);
            }
            case HISTORY -> {
                HistoryPage history = new HistoryPage(model);
                yield new Made(history, history::refresh);
            }
            case SETTINGS -> {
                SettingsPage settings = new SettingsPage(model);
                yield new Made(settings, settings::refresh);
            }
        };
    }
}
