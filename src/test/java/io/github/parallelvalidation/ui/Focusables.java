package io.github.parallelvalidation.ui;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// What the Tab key reaches, as somebody hears it who does not see it.
public final class Focusables {
    private Focusables() {}

    /// Those that are seen, in no special order.
    public static List<Node> of(Scene scene) {
        return all(scene.getRoot()).filter(Node::isFocusTraversable).toList();
    }

    /// Those that have no name: neither an accessible text, nor a label, nor words of their own.
    public static List<String> unnamed(Scene scene) {
        List<Node> labelled = all(scene.getRoot())
                .map(node -> node instanceof Label label ? label.getLabelFor() : null)
                .filter(Objects::nonNull)
                .toList();
        return of(scene).stream()
                .filter(node -> isBlank(node.getAccessibleText()))
                .filter(node -> !labelled.contains(node))
                .filter(node -> !(node instanceof Labeled words) || isBlank(words.getText()))
                .map(Focusables::path)
                .distinct()
                .toList();
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> inside = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Focusables::all)
                : Stream.empty();
        return Stream.concat(Stream.of(node), inside);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static String path(Node node) {
        return Stream.iterate(node, Objects::nonNull, each -> (Node) each.getParent())
                .limit(5)
                .map(each -> each.getClass().getSimpleName() + (each.getId() == null ? "" : "#" + each.getId()))
                .collect(Collectors.joining(" < "));
    }
}
