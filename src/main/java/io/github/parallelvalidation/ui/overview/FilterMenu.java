package io.github.parallelvalidation.ui.overview;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.PopOvers;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.SavedFilters;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Filters that were saved under a name, and the way to save the one that is on.
public final class FilterMenu extends MenuButton {
    private static final double WIDTH = 280;

    private final SavedFilters saved;
    private final StringProperty filter;
    private final TextField name = new TextField();
    private final PopOver popOver;

    public FilterMenu(SavedFilters saved, StringProperty filter) {
        super(null, new FontIcon(Feather.BOOKMARK));
        this.saved = saved;
        this.filter = filter;
        setId("filters");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        setTooltip(Parts.tip(Texts.of("overview.filters")));
        setAccessibleText(Texts.of("overview.filters"));
        name.setId("filter-name");
        name.setPromptText(Texts.of("overview.filters.name"));
        Button save = Parts.button(Texts.of("overview.filters.save"), this::save, Styles.ACCENT);
        save.setId("save-filter");
        save.disableProperty().bind(name.textProperty().map(String::isBlank));
        name.setOnAction(_ -> save());
        VBox box = Parts.column(
                Parts.GRID,
                Parts.label(Texts.of("overview.filters.title"), "heading"),
                Parts.paragraph(Texts.of("overview.filters.hint"), Role.MUTED.style()),
                name,
                Parts.row(Parts.GRID, Parts.gap(), save));
        box.getStyleClass().add("popover-box");
        box.setPrefWidth(WIDTH);
        popOver = PopOvers.of(box);
        setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        saved.names().forEach(each -> items.add(item(each, () -> filter.set(saved.find(each)))));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        MenuItem add = item(Texts.of("overview.filters.add"), this::ask);
        add.setId("add-filter");
        add.setDisable(filter.get().isBlank());
        items.add(add);
        Menu forget = new Menu(Texts.of("overview.filters.forget"));
        forget.setDisable(saved.names().isEmpty());
        saved.names().forEach(each -> forget.getItems().add(item(each, () -> saved.remove(each))));
        items.add(forget);
        getItems().setAll(items);
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void ask() {
        name.clear();
        PopOvers.show(popOver, this);
        name.requestFocus();
    }

    private void save() {
        if (!name.getText().isBlank()) {
            saved.save(name.getText().strip(), filter.get());
            popOver.hide();
        }
    }
}
