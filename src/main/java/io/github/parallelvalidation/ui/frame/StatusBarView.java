package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.display.HolderText;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusText;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Dialogs;
import io.github.parallelvalidation.ui.model.LoadedWorkspace;
import io.github.parallelvalidation.ui.model.Standing;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;

/// The status bar of the window.
final class StatusBarView extends StatusBar {
    private final DashboardModel model;
    private final WatchModel watch;
    private final Region dot = new Region();
    private final Hyperlink alerts = new Hyperlink();

    StatusBarView(DashboardModel model, WatchModel watch, Dialogs dialogs) {
        this.model = model;
        this.watch = watch;
        alerts.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, Role.WARNING));
        alerts.setId("alerts");
        alerts.setMinWidth(USE_PREF_SIZE);
        alerts.setOnAction(_ -> {
            alerts.setVisited(false);
            dialogs.showAlerts(alerts());
        });
        dot.getStyleClass().add("status-dot");
        setId("status");
        setFocusTraversable(false);
        // The label is the skin's; what does not fit is cut, and told here.
        setTooltip(Parts.tip(""));
        getTooltip().textProperty().bind(textProperty());
        getLeftItems().add(new StackPane(dot));
    }

    void refresh() {
        Activity activity = model.runs().activity().get();
        Standing standing = model.standing();
        Parts.role(dot, standing.role());
        boolean isWatching = activity == Activity.IDLE && watch.on().get();
        String word = isWatching ? watch.words().get() : standing.word();
        setText(word + model.view().map(view -> rest(view, activity)).orElse(""));
        alerts.setText(StatusText.alerts(alerts().size()));
        // An empty place would still keep its room.
        if (alerts().isEmpty()) {
            getRightItems().clear();
        } else if (getRightItems().isEmpty()) {
            getRightItems().add(alerts);
        }
    }

    private String rest(WorkspaceView view, Activity activity) {
        String lock = activity == Activity.IDLE
                ? view.lockHolder()
                        .map(holder -> Texts.of("foot.lock.held", HolderText.of(holder, ZoneId.systemDefault())))
                        .orElse(Texts.of("foot.lock.free"))
                : Texts.of("foot.lock.own");
        String last = view.lastRun()
                .map(run -> StatusText.lastRun(run, model.clock().instant(), ZoneId.systemDefault()))
                .orElse(Texts.of("foot.run.none"));
        return " · " + lock + " · " + last;
    }

    private List<String> alerts() {
        return model.loaded().get().map(LoadedWorkspace::alerts).orElse(List.of());
    }
}
