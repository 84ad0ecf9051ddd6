package io.github.parallelvalidation.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyItems;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class StatusGroupsTest {
    /// The scores of three that pass, and of two that do not.
    private static final List<Double> SCORES = List.of(0.05, 0.04, 0.03, -0.01, -0.02);

    private final ObservableList<StrategyItem> items =
            FXCollections.observableArrayList(IntStream.range(0, SCORES.size())
                    .mapToObj(place -> new StrategyItem(row(place), place))
                    .toList());
    private final StatusGroups groups = new StatusGroups(items);

    @Test
    void theFirstOfEachStatusCarriesItWithItsCount() {
        groups.turn(true);

        assertThat(groups.above(0)).hasValueSatisfying(heading -> {
            assertThat(heading.status().word()).isEqualTo("L0 passed");
            assertThat(heading.count()).isEqualTo(3);
        });
        assertThat(groups.above(1)).isEmpty();
        assertThat(groups.above(3))
                .hasValueSatisfying(heading -> assertThat(heading.count()).isEqualTo(2));
        assertThat(groups.above(5)).isEmpty();
        assertThat(groups.above(-1)).isEmpty();
    }

    @Test
    void whatIsNotGroupedHasNoHeadings() {
        assertThat(groups.above(0)).isEmpty();
        groups.turn(true);
        groups.turn(false);
        assertThat(groups.above(0)).isEmpty();
    }

    @Test
    void aRowThatChangesIsCountedAnew() {
        groups.turn(true);
        int before = groups.version().get();
        assertThat(groups.above(0).orElseThrow().count()).isEqualTo(3);

        StrategyItems.show(items.get(2), row(3));
        groups.changed();

        assertThat(groups.version().get()).isNotEqualTo(before);
        assertThat(groups.above(0).orElseThrow().count()).isEqualTo(2);
        assertThat(groups.above(2).orElseThrow().count()).isEqualTo(3);
    }

    private static StrategyRow row(int place) {
        return StrategyRow.of(Samples.judged(201 + place, 50, 0.56, SCORES.get(place), 0.1, 0.3), Tier.L0);
    }
}
