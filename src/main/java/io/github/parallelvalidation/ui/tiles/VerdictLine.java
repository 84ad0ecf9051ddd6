package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The verdicts of the last run in one line: how many had each, and who.
final class VerdictLine extends HBox {
    private static final double LEAST = 96;
    /// What fits into a line and into a tooltip.
    private static final int NAMED = 12;

    private static final int LISTED = 30;

    private Optional<RunOutcome> shown = Optional.empty();

    VerdictLine() {
        super(Parts.DOUBLE);
        setId("verdicts");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("verdict-line");
        nothing(Texts.of("verdicts.none"));
    }

    void show(Optional<RunOutcome> last) {
        if (last.equals(shown)) {
            return;
        }
        shown = last;
        List<StrategyResult> results = last.map(RunOutcome::strategies).orElse(List.of());
        if (results.isEmpty()) {
            nothing(last.isPresent() ? Texts.of("verdicts.nothing") : Texts.of("verdicts.none"));
            return;
        }
        Map<StatusLook, List<StrategyResult>> groups = results.stream()
                .sorted((a, b) -> Boolean.compare(b.passed(), a.passed()))
                .collect(Collectors.groupingBy(
                        result -> StatusLook.of(result.judgement()), LinkedHashMap::new, Collectors.toList()));
        getChildren()
                .setAll(groups.entrySet().stream()
                        .map(group -> label(group.getKey(), group.getValue()))
                        .toList());
    }

    private void nothing(String words) {
        getChildren().setAll(Parts.label(words, Role.MUTED.style()));
    }

    private static Label label(StatusLook look, List<StrategyResult> results) {
        String ids =
                results.stream().limit(NAMED).map(result -> result.id().value()).collect(Collectors.joining(", "));
        Label label = Parts.label("%s %s: %s%s"
                .formatted(Figures.many(results.size()), look.word(), ids, results.size() > NAMED ? ", …" : ""));
        label.setGraphic(Parts.icon(look.glyph(), look.role()));
        label.setMinWidth(LEAST);
        String more =
                results.size() > LISTED ? "\n" + Texts.of("verdicts.more", Figures.many(results.size() - LISTED)) : "";
        new Hint(label)
                .say(results.stream()
                        .limit(LISTED)
                        .map(result -> result.id() + "  " + result.name())
                        .collect(Collectors.joining("\n", "", more)));
        return label;
    }
}
