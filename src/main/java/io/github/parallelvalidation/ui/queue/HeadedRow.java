package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;

/// A row that carries a heading where it is the first of its status: the style makes it as much higher.
final class HeadedRow extends TableRow<StrategyItem> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-of-status");

    private final StatusGroups groups;
    private final Label heading = Parts.label("", "status-heading");
    private Optional<StatusGroups.Heading> shown = Optional.empty();

    HeadedRow(StatusGroups groups) {
        this.groups = groups;
        heading.setMouseTransparent(true);
        groups.version().subscribe(_ -> refresh());
    }

    @Override
    public void updateIndex(int index) {
        super.updateIndex(index);
        refresh();
    }

    private void refresh() {
        Optional<StatusGroups.Heading> now = groups.above(getIndex());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        now.ifPresent(known -> {
            heading.setText(known.status().word() + " · " + Figures.many(known.count()));
            heading.setGraphic(Parts.icon(known.status().glyph(), known.status().role()));
        });
        pseudoClassStateChanged(FIRST, now.isPresent());
        requestLayout();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new HeadedSkin(this);
    }

    /// The cells keep to what the padding leaves them; the heading stands in the padding.
    private static final class HeadedSkin extends TableRowSkin<StrategyItem> {
        private final HeadedRow row;

        HeadedSkin(HeadedRow row) {
            super(row);
            this.row = row;
        }

        @Override
        protected void layoutChildren(double x, double y, double w, double h) {
            super.layoutChildren(x, y, w, h);
            if (row.shown.isPresent()) {
                // Whenever columns change, only cells are left.
                if (!getChildren().contains(row.heading)) {
                    getChildren().add(row.heading);
                }
                row.heading.resizeRelocate(0, 0, w, row.snappedTopInset());
            } else {
                getChildren().remove(row.heading);
            }
        }
    }
}
