package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.Banner;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows the banners above the page.
final class BannerPane extends VBox {
    private static final int DETAIL_ROWS = 6;

    private final Consumer<Banner.Action> perform;

    BannerPane(Consumer<Banner.Action> perform) {
        super(Parts.HALF);
        this.perform = perform;
        getStyleClass().add("banners");
    }

    void show(List<Banner> banners) {
        getChildren().setAll(banners.stream().map(this::banner).toList());
    }

    private VBox banner(Banner banner) {
        Label text = Parts.paragraph(banner.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox line = Parts.row(Parts.GRID, Parts.icon(glyph(banner.role()), banner.role()), text);
        VBox box = Parts.column(Parts.GRID, line);
        box.getStyleClass().addAll("banner", "banner-" + banner.role().style());
        if (!banner.details().isBlank()) {
            line.getChildren().add(details(banner.details(), box));
        }
        for (Banner.Action action : banner.actions()) {
            line.getChildren().add(Parts.button(action.label(), () -> perform.accept(action), "banner-button"));
        }
        return box;
    }

    private static Hyperlink details(String details, VBox box) {
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setAccessibleText(Texts.of("banner.details"));
        area.setPrefRowCount(DETAIL_ROWS);
        area.getStyleClass().add("details");
        Hyperlink link = new Hyperlink(Texts.of("banner.details"));
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(_ -> {
            boolean open = box.getChildren().contains(area);
            if (open) {
                box.getChildren().remove(area);
            } else {
                box.getChildren().add(area);
            }
            link.setText(open ? Texts.of("banner.details") : Texts.of("banner.details.hide"));
            link.setVisited(false);
        });
        return link;
    }

    private static Feather glyph(Role role) {
        return switch (role) {
            case DANGER -> Feather.ALERT_OCTAGON;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ACCENT -> Feather.HELP_CIRCLE;
            case SUCCESS -> Feather.CHECK_CIRCLE;
            case PLAIN, MUTED -> Feather.INFO;
        };
    }
}
