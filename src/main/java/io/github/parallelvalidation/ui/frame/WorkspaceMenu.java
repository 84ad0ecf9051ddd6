package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.palette.WindowActions;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menu that shows the open workspace and switches to others.
final class WorkspaceMenu extends MenuButton {
    private static final double NARROWEST = 96;
    private static final double WIDEST = 208;

    private final DashboardModel model;
    private final WindowMemory memory;

    WorkspaceMenu(DashboardModel model, WindowMemory memory) {
        this.model = model;
        this.memory = memory;
        setId("workspaces");
        setGraphic(new FontIcon(Feather.FOLDER));
        setMnemonicParsing(false);
        getStyleClass().add("workspaces");
        setTooltip(Parts.tip(""));
        setMinWidth(NARROWEST);
        setMaxWidth(WIDEST);
        setOnShowing(_ -> fill());
        fill();
        model.workspace().subscribe(chosen -> {
            setText(chosen.name());
            getTooltip().setText(chosen.root().toString());
        });
    }

    private void fill() {
        MenuItem open = new MenuItem(Texts.of("workspaces.open"), new FontIcon(Feather.FOLDER_PLUS));
        open.setOnAction(_ -> model.chooseWorkspace());
        MenuItem created = new MenuItem(Texts.of("workspaces.new"), new FontIcon(Feather.PLUS_SQUARE));
        created.setId("new-workspace");
        created.setOnAction(_ -> model.create(WorkspaceTemplate.EMPTY));
        MenuItem sample = new MenuItem(Texts.of("workspaces.sample"), new FontIcon(Feather.GIFT));
        sample.setId("new-sample");
        sample.setOnAction(_ -> model.create(WorkspaceTemplate.SAMPLE));
        MenuItem reload = new MenuItem(Texts.of("workspaces.read"), new FontIcon(Feather.REFRESH_CW));
        reload.setOnAction(_ -> model.reload());
        MenuItem newStrategy = new MenuItem(Texts.of("workspaces.strategy"), new FontIcon(Feather.PLUS));
        newStrategy.setId("new-strategy");
        newStrategy.setAccelerator(KeyCombination.valueOf(WindowActions.NEW_STRATEGY.combination()));
        newStrategy.setOnAction(_ -> model.ideas().newStrategy());
        getItems().setAll(newStrategy, new SeparatorMenuItem(), open, created, sample, reload);
        List<Path> recent = memory.recent().stream()
                .filter(path -> !path.equals(model.workspace().get().root()))
                .toList();
        if (!recent.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (Path path : recent) {
            MenuItem item = new MenuItem(path.toString());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.open(path));
            getItems().add(item);
        }
    }
}
