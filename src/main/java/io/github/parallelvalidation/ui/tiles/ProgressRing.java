package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A progress ring that fills clockwise, with a share or a verdict in the middle.
final class ProgressRing extends StackPane {
    private static final double SIZE = 80;

    private final TileFace ring = TileFace.ring(SIZE);
    private final Label share = Parts.label("", "ring-text");
    private final FontIcon glyph = new FontIcon();
    private final Label word = Parts.label("", "ring-verdict");
    private final VBox verdict = Parts.column(0, glyph, word);

    ProgressRing() {
        setMinSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        verdict.setAlignment(Pos.CENTER);
        getChildren().addAll(ring, share, verdict);
    }

    void empty() {
        show(0, Role.MUTED, "");
    }

    /// @param text in the middle
    void show(double fraction, Role role, String text) {
        ring.show(fraction);
        Parts.role(ring, role);
        share.setText(text);
        word.setText("");
        verdict.setVisible(false);
    }

    void verdict(Feather sign, String text, Role role) {
        ring.show(1);
        Parts.role(ring, role);
        share.setText("");
        glyph.setIconCode(sign);
        Parts.role(glyph, role);
        word.setText(text);
        Parts.role(word, role);
        verdict.setVisible(true);
    }
}
