package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.palette.WindowAction;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Shows what the program does in a sentence, and its keys: those of the actions, and those of places.
final class HelpPane extends VBox {
    private static final String[][] IN_PLACES = {
        {"Esc", "Close a card or the details, then clear the filter"},
        {"Enter", "In the table: the strategy on the whole page"},
        {"Ctrl+C", "In a table: copy the rows with full precision"},
        {"*", "In the queue: star what is selected"},
        {"Alt+↑, Alt+↓", "In the queue: move the selected rows, by their priority"},
        {"Ctrl+S, Ctrl+Space", "In an idea: save it, complete a name"},
        {"← →, Enter", "In the history: another run, opened"},
        {"Shift+Enter", "In the history: compared with the opened one"},
    };

    HelpPane(List<WindowAction> actions) {
        super(Parts.DOUBLE);
        GridPane keys = new GridPane(Parts.DOUBLE + Parts.GRID, Parts.HALF);
        actions.stream()
                .filter(action -> !action.keys().isEmpty())
                .forEach(action -> add(keys, action.keyWords(), action.help()));
        for (String[] key : IN_PLACES) {
            add(keys, key[0], key[1]);
        }
        ScrollPane scroll = new ScrollPane(keys);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        // Where the card is low, the arrow keys scroll it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText("Keys");
        scroll.getStyleClass().add("edge-to-edge");
        getChildren()
                .addAll(
                        Parts.paragraph("Screens trading strategies, four at once, and says how many passes are luck."
                                + " Luck is how often a strategy like this one, but without skill, would pass."),
                        scroll);
    }

    private static void add(GridPane grid, String keys, String words) {
        Label label = Parts.label(keys, "key");
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, Parts.paragraph(words));
    }
}
