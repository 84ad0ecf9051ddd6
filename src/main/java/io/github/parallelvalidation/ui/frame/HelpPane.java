package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.palette.WindowAction;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Shows what the program does in a sentence, and its keys: those of the actions, and those of places.
final class HelpPane extends VBox {
    private static final String[][] IN_PLACES = {
        {Texts.of("key.close"), Texts.of("key.close.does")},
        {Texts.of("key.whole"), Texts.of("key.whole.does")},
        {Texts.of("key.copy"), Texts.of("key.copy.does")},
        {Texts.of("key.star"), Texts.of("key.star.does")},
        {Texts.of("key.move"), Texts.of("key.move.does")},
        {Texts.of("key.idea"), Texts.of("key.idea.does")},
        {Texts.of("key.history"), Texts.of("key.history.does")},
        {Texts.of("key.history.compare"), Texts.of("key.history.compare.does")},
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
        scroll.setAccessibleText(Texts.of("card.help.keys"));
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().addAll(Parts.paragraph(Texts.of("card.help.sentence")), scroll);
    }

    private static void add(GridPane grid, String keys, String words) {
        Label label = Parts.label(keys, "key");
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, Parts.paragraph(words));
    }
}
