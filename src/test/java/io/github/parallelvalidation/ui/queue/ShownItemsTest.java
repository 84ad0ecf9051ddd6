package io.github.parallelvalidation.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.RowFilter;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyItems;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownItemsTest {
    private static final Comparator<StrategyRow> BY_IC = Comparator.comparingDouble(row -> row.number("ic"));

    private static final RowFilter PASSED = RowFilter.of("L0 passed");

    private final ShownItems shown = new ShownItems();
    private final List<StrategyItem> all = IntStream.range(0, 300)
            .mapToObj(place -> new StrategyItem(row(1000 + place, place % 7), place))
            .toList();

    /// What one look at a run changes: little, or more than is put in order one by one.
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 290})
    void rowsThatChangeGoWhereFilteringAndSortingAllAgainWouldPutThem(int changedAtOnce) {
        Random random = new Random(changedAtOnce);
        shown.all(all);
        shown.filter(PASSED::matches);
        shown.order(BY_IC);

        for (int round = 0; round < 200; round++) {
            Set<StrategyItem> changed = new HashSet<>();
            while (changed.size() < changedAtOnce) {
                changed.add(all.get(random.nextInt(all.size())));
            }
            changed.forEach(item -> StrategyItems.show(item, row(1000 + item.position(), random.nextInt(20))));
            shown.changed(changed);

            List<StrategyItem> expected = new ArrayList<>(all);
            expected.removeIf(item -> !PASSED.matches(item.now()));
            expected.sort(Comparator.comparing(StrategyItem::now, BY_IC));
            assertThat(shown.items()).containsExactlyElementsOf(expected);
        }
    }

    /// Some pass, and some are as good as each other.
    private static StrategyRow row(int number, int ic) {
        return StrategyRow.of(Samples.judged(number, 50, 0.56, ic / 200.0, 0.1, 0.3), Tier.L0);
    }
}
