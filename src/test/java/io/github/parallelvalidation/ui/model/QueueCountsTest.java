package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.StatusLook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueueCountsTest {
    private static final int STRATEGIES = 10_000;

    private final List<StrategyItem> items = IntStream.range(0, STRATEGIES)
            .mapToObj(place -> new StrategyItem(row(place, place % 30), place))
            .toList();
    private final QueueCounts counts = new QueueCounts();

    @Test
    void whatChangesIsCountedAsAllAgainWouldBe() {
        Random random = new Random(1);
        counts.follow(new RowChanges(items, items, Tier.L0));

        for (int round = 0; round < 300; round++) {
            Set<StrategyItem> changed = new HashSet<>();
            for (int i = 0; i < 8; i++) {
                changed.add(items.get(random.nextInt(STRATEGIES)));
            }
            changed.forEach(item -> item.show(row(item.position(), random.nextInt(30))));
            counts.follow(new RowChanges(items, List.copyOf(changed), Tier.L0));
        }

        QueueCounts anew = new QueueCounts();
        anew.follow(new RowChanges(items, items, Tier.L0));
        assertThat(words(counts)).isEqualTo(words(anew));
        assertThat(new HashMap<>(counts.reasons())).isEqualTo(new HashMap<>(anew.reasons()));
        assertThat(counts.statuses().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(STRATEGIES);
    }

    @Test
    void theMostFrequentReasonComesFirst() {
        counts.follow(new RowChanges(items, items, Tier.L0));

        List<Integer> found = new ArrayList<>(counts.reasons().values());
        assertThat(found).hasSizeGreaterThan(1).isSortedAccordingTo((a, b) -> Integer.compare(b, a));
    }

    private static Map<String, Integer> words(QueueCounts counts) {
        Map<String, Integer> words = new HashMap<>();
        for (Map.Entry<StatusLook, Integer> entry : counts.statuses().entrySet()) {
            words.put(entry.getKey().word(), entry.getValue());
        }
        return words;
    }

    /// Some pass, some have too few signals, some an ic that is too low.
    private static StrategyRow row(int place, int kind) {
        return StrategyRow.of(
                Samples.judged(100_000 + place, kind < 12 ? 5 : 50, 0.56, kind < 20 ? 0.001 : 0.05, 0.1, 0.3), Tier.L0);
    }
}
