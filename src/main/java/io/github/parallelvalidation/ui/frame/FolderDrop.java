package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.DashboardModel;
import java.io.File;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// Opens a folder that is dropped on the window as a workspace.
final class FolderDrop {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("drag-over");

    private FolderDrop() {}

    static void install(Scene scene, DashboardModel model, Overlay overlay) {
        scene.setOnDragOver(event -> {
            // An open card asks about this workspace.
            if (event.getDragboard().hasFiles() && !overlay.isOpen()) {
                event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
                scene.getRoot().pseudoClassStateChanged(OVER, true);
            }
            event.consume();
        });
        scene.setOnDragExited(_ -> scene.getRoot().pseudoClassStateChanged(OVER, false));
        scene.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            event.setDropCompleted(board.hasFiles());
            if (board.hasFiles()) {
                model.drop(board.getFiles().stream().map(File::toPath).toList());
            }
            event.consume();
        });
    }
}
