package io.github.parallelvalidation.ui.history;

import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.history.Account;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows an account of runs as a page to read.
final class AccountPane extends ScrollPane {
    /// More rows than these belong into the table of the results.
    private static final int MOST_ROWS = 60;

    private static final double BAR = 12;

    private final VBox page = Parts.column(Parts.DOUBLE);

    AccountPane() {
        page.getStyleClass().add("account");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        setId("account");
    }

    void show(Account account) {
        page.getChildren()
                .setAll(
                        Parts.paragraph(account.title(), "detail-title"),
                        Parts.paragraph(account.sentence(), "sentence"));
        account.parts().forEach(part -> page.getChildren().add(part(part)));
        setVvalue(0);
    }

    private static Node part(Account.Part part) {
        VBox box = Parts.column(Parts.HALF, Parts.label(part.heading(), "heading"));
        switch (part) {
            case Account.Facts facts -> box.getChildren().add(facts(facts));
            case Account.Sentences said ->
                said.sentences().forEach(sentence -> box.getChildren().add(Parts.paragraph(sentence)));
            case Account.Table table -> {
                box.getChildren().add(wide(table));
                int more = table.rows().size() - MOST_ROWS;
                if (more > 0) {
                    box.getChildren()
                            .add(Parts.paragraph(Texts.of("history.more", Figures.many(more)), Role.MUTED.style()));
                }
            }
        }
        return box;
    }

    private static GridPane facts(Account.Facts facts) {
        GridPane grid = new GridPane(Parts.DOUBLE, 2);
        for (Account.Fact fact : facts.facts()) {
            Label name = Parts.label(fact.name(), Role.MUTED.style());
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), name, Parts.paragraph(fact.value()));
        }
        return grid;
    }

    /// A table that is too wide moves by itself: sentences are not to be longer than what is seen.
    private static ScrollPane wide(Account.Table table) {
        ScrollPane wide = new ScrollPane(table(table));
        wide.setFitToWidth(true);
        wide.setVbarPolicy(ScrollBarPolicy.NEVER);
        wide.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        wide.setAccessibleText(table.heading());
        return wide;
    }

    private static GridPane table(Account.Table table) {
        GridPane grid = new GridPane(Parts.GRID + Parts.HALF, 2);
        // The bar lies over the lowest line.
        grid.setPadding(new Insets(0, 0, BAR, 0));
        row(grid, table, table.header(), Role.MUTED);
        table.rows().stream().limit(MOST_ROWS).forEach(row -> row(grid, table, row, Role.PLAIN));
        return grid;
    }

    private static void row(GridPane grid, Account.Table table, List<String> cells, Role role) {
        int row = grid.getRowCount();
        for (int column = 0; column < cells.size(); column++) {
            Label cell = Parts.cuttable(role.style());
            cell.setText(cells.get(column));
            if (column >= table.words()) {
                cell.setMinWidth(Region.USE_PREF_SIZE);
                cell.setMaxWidth(Double.MAX_VALUE);
                cell.getStyleClass().add("figures");
            } else if (column != 1) {
                cell.setMinWidth(Region.USE_PREF_SIZE);
            }
            grid.add(cell, column, row);
        }
    }
}
