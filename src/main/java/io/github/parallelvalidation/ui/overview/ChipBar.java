package io.github.parallelvalidation.ui.overview;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.QueueCounts;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// How many rows have a star, each status and each reason of failure; each filters.
public final class ChipBar extends FlowPane {
    /// Rare reasons are found with the filter.
    private static final int MOST_REASONS = 12;
    private static final double WIDE = 4000;

    private final StringProperty filter;
    private final QueueCounts counts = new QueueCounts();
    private final Map<Subject, Chip> chips = new LinkedHashMap<>();

    private record Subject(RowFilter.Key key, String value) {
        /// What no row has any more is seen for as long as it filters.
        boolean isSeen(RowFilter wanted, int count) {
            return count > 0 || wanted.has(key, value);
        }
    }

    /// @param filter its text: chips are words in it
    public ChipBar(StringProperty filter) {
        super(Parts.HALF, Parts.HALF);
        this.filter = filter;
        setId("chips");
        getStyleClass().add("chip-bar");
        setMinWidth(0);
        // As wide as all of them, where there is room.
        setPrefWrapLength(WIDE);
        filter.subscribe(text -> select(RowFilter.of(text)));
    }

    public void show(RowChanges rows) {
        counts.follow(rows);
        List<Supplier<Label>> glyphed = new ArrayList<>();
        Map<Subject, Integer> now = new LinkedHashMap<>();
        RowFilter wanted = RowFilter.of(filter.get());
        Subject stars = new Subject(RowFilter.Key.IS, RowFilter.STARRED);
        if (stars.isSeen(wanted, counts.starred())) {
            glyphed.add(() -> label(RowFilter.STARRED, Feather.STAR, Role.WARNING, Role.PLAIN));
            now.put(stars, counts.starred());
        }
        counts.statuses().forEach((look, count) -> {
            Subject subject = new Subject(RowFilter.Key.STATUS, look.word());
            if (subject.isSeen(wanted, count)) {
                glyphed.add(() -> label(look.word(), look.glyph(), look.role(), look.role()));
                now.put(subject, count);
            }
        });
        counts.reasons().entrySet().stream().limit(MOST_REASONS).forEach(each -> {
            Subject subject = new Subject(RowFilter.Key.REASON, each.getKey());
            if (subject.isSeen(wanted, each.getValue())) {
                now.put(subject, each.getValue());
            }
        });
        if (!List.copyOf(now.keySet()).equals(List.copyOf(chips.keySet()))) {
            build(now, glyphed);
        }
        now.forEach((subject, count) -> {
            Chip chip = chips.get(subject);
            if (chip != null) {
                chip.count(count);
            }
        });
    }

    private static Label label(String words, Feather glyph, Role ofGlyph, Role ofWords) {
        Label label = Parts.label(words, ofWords.style());
        label.setGraphic(Parts.icon(glyph, ofGlyph));
        return label;
    }

    private void build(Map<Subject, Integer> subjects, List<Supplier<Label>> glyphed) {
        chips.clear();
        List<Node> nodes = new ArrayList<>();
        for (Subject subject : subjects.keySet()) {
            boolean isReason = subject.key() == RowFilter.Key.REASON;
            if (isReason && nodes.size() == glyphed.size()) {
                nodes.add(Parts.label(Texts.of("overview.chips"), Role.MUTED.style(), "chip-caption"));
            }
            Label label = isReason
                    ? Parts.label(subject.value())
                    : glyphed.get(nodes.size()).get();
            String id = "chip-" + subject.value().replace(' ', '-');
            Chip chip = new Chip(id, label, () -> press(subject));
            chips.put(subject, chip);
            nodes.add(chip);
        }
        getChildren().setAll(nodes);
        select(RowFilter.of(filter.get()));
    }

    private void press(Subject subject) {
        filter.set(RowFilter.toggled(filter.get(), subject.key(), subject.value()));
    }

    private void select(RowFilter now) {
        chips.forEach((subject, chip) -> chip.setSelected(now.has(subject.key(), subject.value())));
    }
}
