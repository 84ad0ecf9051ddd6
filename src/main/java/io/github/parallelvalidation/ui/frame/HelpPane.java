package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Parts;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Shows what the program does in a sentence, and its keys.
final class HelpPane extends VBox {
    private static final String[][] KEYS = {
        {"Ctrl+Enter", "Validate"},
        {"Ctrl+.", "Cancel the run"},
        {"Esc", "Close a card or the details, then clear the filter"},
        {"Ctrl+D", "Dry run: show the plan, write nothing"},
        {"F5", "Read the workspace again"},
        {"Ctrl+O", "Open a workspace"},
        {"Ctrl+N", "New strategy"},
        {"Ctrl+S, Ctrl+Space", "In an idea: save it, complete a name"},
        {"Ctrl+F", "Filter"},
        {"Ctrl+1 … 4", "Queue, Results, History, Settings"},
        {"Ctrl+C", "Copy the selected rows with full precision"},
        {"← →, Enter", "In the history: another run, opened"},
        {"Shift+Enter", "In the history: compared with the opened one"},
        {"Ctrl+T", "Light or dark"},
        {"F1", "This help"},
    };

    HelpPane() {
        super(Parts.DOUBLE);
        GridPane keys = new GridPane(Parts.DOUBLE + Parts.GRID, Parts.HALF);
        for (String[] key : KEYS) {
            keys.addRow(keys.getRowCount(), Parts.label(key[0], "key"), Parts.label(key[1]));
        }
        getChildren()
                .addAll(
                        Parts.paragraph("Screens trading strategies, four at once, and says how many passes are luck."
                                + " Luck is how often a strategy like this one, but without skill, would pass."),
                        keys);
    }
}
