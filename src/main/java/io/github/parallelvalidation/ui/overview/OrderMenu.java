package io.github.parallelvalidation.ui.overview;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.TableOrder;
import io.github.parallelvalidation.ui.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What goes before the sorted column in the order of the table.
public final class OrderMenu extends MenuButton {

    public OrderMenu(TableOrder order) {
        super(null, new FontIcon(Feather.LIST));
        setId("order");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        setTooltip(Parts.tip(Texts.of("overview.order")));
        setAccessibleText(Texts.of("overview.order"));
        getItems()
                .addAll(
                        item("running-first", Texts.of("overview.order.running"), order.runningFirst()),
                        item("by-status", Texts.of("overview.order.status"), order.byStatus()));
    }

    private static CheckMenuItem item(String id, String words, BooleanProperty chosen) {
        CheckMenuItem item = new CheckMenuItem(words);
        item.setId(id);
        item.selectedProperty().bindBidirectional(chosen);
        return item;
    }
}
