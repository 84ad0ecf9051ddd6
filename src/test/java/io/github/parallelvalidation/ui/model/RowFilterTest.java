package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowFilterTest {
    private static final List<StrategyRow> ROWS = Samples.results().stream()
            .map(result -> StrategyRow.of(result, Tier.L0))
            .toList();

    @Test
    void wordsWithoutAKeyAreSoughtAsTheyStandIncludingTheirSpaces() {
        assertThat(shownBy("L0 PASSED")).containsExactly(201, 202, 204);
        assertThat(shownBy("passed l0")).isEmpty();
        assertThat(shownBy(" ")).hasSize(9);
    }

    @Test
    void aKeySaysWhereAWordIsSought() {
        assertThat(shownBy("status:passed")).containsExactly(201, 202, 204);
        assertThat(shownBy("passed")).containsExactly(201, 202, 204);
        assertThat(shownBy("reason:passed")).isEmpty();
    }

    @Test
    void ofTheSameKeyOneMustFitAndOfDifferentKeysEach() {
        assertThat(shownBy("status:passed status:\"timed out twice\"")).containsExactly(201, 202, 204, 209);
        assertThat(shownBy("status:passed reason:timeout")).isEmpty();
        assertThat(shownBy("donchian status:passed")).containsExactly(202);
    }

    @Test
    void inQuotesItIsAllThatIsSaid() {
        assertThat(shownBy("status:\"L0 passed\"")).containsExactly(201, 202, 204);
        assertThat(shownBy("status:\"passed\"")).isEmpty();
    }

    @Test
    void aKeyWithoutAWordIsAWord() {
        assertThat(RowFilter.of("status:").words()).isEqualTo("status:");
    }

    @Test
    void aChipGoesIntoWhatAPersonTypedAndOutOfIt() {
        String typed = "rsi status:error";

        String with = RowFilter.toggled(typed, RowFilter.Key.STATUS, "L0 passed");

        assertThat(with).isEqualTo("rsi status:error status:\"L0 passed\"");
        assertThat(RowFilter.of(with).has(RowFilter.Key.STATUS, "L0 passed")).isTrue();
        assertThat(RowFilter.toggled(with, RowFilter.Key.STATUS, "L0 passed")).isEqualTo(typed);
        assertThat(RowFilter.toggled(
                        RowFilter.toggled("", RowFilter.Key.REASON, "timeout"), RowFilter.Key.REASON, "timeout"))
                .isEmpty();
        assertThat(RowFilter.toggled("a status:\"x\" b", RowFilter.Key.STATUS, "x"))
                .isEqualTo("a b");
    }

    private static Stream<Integer> shownBy(String text) {
        RowFilter filter = RowFilter.of(text);
        return ROWS.stream()
                .filter(filter::matches)
                .map(row -> Integer.valueOf(row.id().value().substring(4)));
    }
}
