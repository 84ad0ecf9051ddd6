package io.github.parallelvalidation.ui.control;

import atlantafx.base.theme.Styles;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Factory of the small controls that all views share: labels, buttons, rows, icons.
public final class Parts {
    /// Half of the grid of eight pixels.
    public static final double HALF = 4;

    public static final double GRID = 8;
    public static final double DOUBLE = 16;

    private static final Duration TOOLTIP_DELAY = Duration.millis(400);
    private static final double TOOLTIP_WIDTH = 420;

    private Parts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that wraps instead of being cut.
    public static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A label that may be cut, and says everything in its tooltip.
    public static Label cuttable(String... styles) {
        Label label = label("", styles);
        label.setMinWidth(0);
        label.textProperty().subscribe(new Hint(label)::say);
        return label;
    }

    public static FontIcon icon(Feather glyph, Role role) {
        FontIcon icon = new FontIcon(glyph);
        icon.getStyleClass().add(role.style());
        return icon;
    }

    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setShowDelay(TOOLTIP_DELAY);
        tip.setWrapText(true);
        tip.setMaxWidth(TOOLTIP_WIDTH);
        return tip;
    }

    /// A button that is only a glyph; its name is its tooltip.
    public static Button glyphButton(Feather glyph, String name, Runnable action) {
        Button button = new Button(null, new FontIcon(glyph));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(tip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The same for what is on or off.
    public static ToggleButton glyphToggle(Feather glyph, String name) {
        ToggleButton toggle = new ToggleButton(null, new FontIcon(glyph));
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        toggle.setTooltip(tip(name));
        toggle.setAccessibleText(name);
        return toggle;
    }

    public static Button button(String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    public static HBox row(double spacing, Node... children) {
        HBox row = new HBox(spacing, children);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public static VBox column(double spacing, Node... children) {
        return new VBox(spacing, children);
    }

    /// Replaces whatever role a node had. What stays the same is not touched: every change is styled anew.
    public static void role(Node node, Role role) {
        ObservableList<String> styles = node.getStyleClass();
        for (Role each : Role.values()) {
            int at = styles.indexOf(each.style());
            if (at >= 0) {
                if (each != role) {
                    styles.set(at, role.style());
                }
                return;
            }
        }
        styles.add(role.style());
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
