package io.github.parallelvalidation.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRowsTest {
    private final RunRows rows = new RunRows();

    @Test
    void aStarIsSeenOnTheRowsOfARunAndGivenToTheSameRows() {
        Remarks starred = new Remarks(Map.of(Samples.id(202), Remark.NONE.starred(true)));
        RowChanges shown = rows.show(
                Optional.of(FakeValidation.outcome(
                        new FakeValidation().plan(RunRequest.of(Tier.L0)), Samples.results(), null, false)),
                starred);

        assertThat(shown.items()).hasSize(Samples.results().size());
        assertThat(shown.items().stream().filter(item -> item.now().remark().isStarred()))
                .singleElement()
                .satisfies(item -> assertThat(item.id()).isEqualTo(Samples.id(202)));

        RowChanges noted = rows.note(Remarks.NONE);

        assertThat(noted.items()).isSameAs(shown.items());
        assertThat(noted.changed()).extracting(StrategyItem::id).containsExactly(Samples.id(202));
        assertThat(noted.changed().iterator().next().now().remark().isStarred()).isFalse();
    }
}
