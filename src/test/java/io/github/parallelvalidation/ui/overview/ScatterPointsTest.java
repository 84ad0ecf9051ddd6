package io.github.parallelvalidation.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyItems;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScatterPointsTest {
    private static final int STRATEGIES = 10_000;

    private final List<StrategyItem> items = IntStream.range(0, STRATEGIES)
            .mapToObj(place -> new StrategyItem(row(place, (place % 100 - 50) / 1000.0), place))
            .toList();
    private final ScatterPoints points = new ScatterPoints();

    @Test
    void aStrategyIsAPointOnceItsScoreAndWhatNoiseReachesAreKnown() {
        StrategyItem known = new StrategyItem(row(1, 0.06), 0);
        StrategyItem withoutNoise =
                new StrategyItem(StrategyRow.of(Samples.judged(100_002, 50, 0.56, 0.04, 0.1, 0.3), Tier.L0), 1);

        points.follow(new RowChanges(List.of(known, withoutNoise), List.of(known, withoutNoise), Tier.L0));

        assertThat(points.all()).extracting(ScatterPoint::item).containsExactly(known);
        assertThat(points.above()).isEqualTo(1);
    }

    @Test
    void whatComesIsPaintedOverTheOthersAndWhatMovesPaintsAllAgain() {
        points.follow(new RowChanges(items, items, Tier.L0));
        assertThat(points.all()).hasSize(STRATEGIES);

        StrategyItem moved = items.get(7);
        StrategyItems.show(moved, row(7, 0.09));
        assertThat(points.follow(new RowChanges(items, List.of(moved), Tier.L0)))
                .isEmpty();

        StrategyItems.show(moved, StrategyRow.of(Samples.judged(100_007, 50, 0.56, 0.04, 0.1, 0.3), Tier.L0));
        points.follow(new RowChanges(items, List.of(moved), Tier.L0));
        assertThat(points.find(moved)).isEmpty();

        StrategyItems.show(moved, row(7, 0.09));
        assertThat(points.follow(new RowChanges(items, List.of(moved), Tier.L0)).orElseThrow())
                .extracting(ScatterPoint::item)
                .containsExactly(moved);
        assertThat(points.ranked().getFirst().item()).isSameAs(moved);
    }

    @Test
    void howManyAreAboveNoiseIsCountedOn() {
        points.follow(new RowChanges(items, items, Tier.L0));
        List<StrategyItem> changed = new ArrayList<>(items.subList(0, 500));
        changed.forEach(item -> StrategyItems.show(item, row(item.position(), 0.2)));

        points.follow(new RowChanges(items, changed, Tier.L0));

        assertThat(points.above())
                .isEqualTo((int)
                        points.all().stream().filter(point -> point.above() > 0).count())
                .isGreaterThanOrEqualTo(500);
    }

    @Test
    void thePictureShowsWhatTheTableShows() {
        points.follow(new RowChanges(items, items, Tier.L0));

        points.filter(RowFilter.of("STR-100007"));

        assertThat(points.all()).hasSize(1);
        points.filter(RowFilter.ALL);
        assertThat(points.all()).hasSize(STRATEGIES);
    }

    @Test
    void theDiagonalIsInTheFrameWithAllPoints() {
        points.follow(new RowChanges(items, items, Tier.L0));

        ScatterFrame frame = ScatterFrame.around(points.all(), 48, 400, 6, 300);

        assertThat(points.all()).allMatch(frame::holds);
        assertThat(frame.highScore())
                .isGreaterThan(points.all().stream()
                        .mapToDouble(ScatterPoint::noise)
                        .max()
                        .orElseThrow());
        assertThat(frame.x(frame.lowNoise())).isEqualTo(48);
        assertThat(frame.y(frame.lowScore())).isEqualTo(300);
    }

    private static StrategyRow row(int place, double ic) {
        return StrategyRow.of(Samples.against(100_000 + place, ic, 0.02 + place % 13 / 500.0), Tier.L0);
    }
}
