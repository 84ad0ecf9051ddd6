package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.text.Texts;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// What can be done with every picture: copied, as an image and as its numbers, and saved.
public final class PictureActions {
    /// For a screen twice as fine, and for paper.
    private static final double SCALE = 2;

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private PictureActions() {}

    /// @param name of a file for it, without an ending
    /// @param numbers what it shows, as lines of values separated by tabs, under a line of names
    /// @param save takes a file name and the bytes of a PNG file
    public static void install(Node picture, String name, Supplier<String> numbers, BiConsumer<String, byte[]> save) {
        MenuItem copy = new MenuItem(Texts.of("picture.copy"));
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> copy(picture, numbers.get()));
        MenuItem write = new MenuItem(Texts.of("picture.save"));
        write.setOnAction(_ -> save.accept(name + ".png", Png.of(image(picture))));
        ContextMenu menu = new ContextMenu(copy, write);
        picture.setOnContextMenuRequested(event -> {
            menu.show(picture, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        picture.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(picture, numbers.get());
                event.consume();
            }
        });
    }

    private static void copy(Node picture, String numbers) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(image(picture));
        content.putString(numbers);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static WritableImage image(Node picture) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setFill(Color.TRANSPARENT);
        return picture.snapshot(how, null);
    }
}
