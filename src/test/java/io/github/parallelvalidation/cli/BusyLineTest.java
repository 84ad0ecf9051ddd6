package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.OutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What the terminal says of a worker while it runs.
class BusyLineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static String line(String stage) {
        Slot.Busy busy = new Slot.Busy(
                new StrategyId("STR-101"),
                "any",
                new Slot.Try(1, 1, ""),
                START,
                61,
                new Slot.Progress(0.5, stage),
                Slot.Use.NONE,
                "");
        return BusyLine.of(
                TestTerminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()),
                busy,
                START.plusSeconds(5));
    }

    @Test
    void theNumberOfAMarketIsSaidInFull() {
        assertThat(line("market 1999 of 1999"))
                .isEqualTo("STR-101    ━━━━━━━━━━━━────────────  50 %  market 1999 of 1999 0:05 of ~1:01")
                .hasSizeLessThan(80);
        assertThat(line("market 85 of 199")).contains("  market 85 of 199    0:05");
    }

    @Test
    void whatIsTooLongIsSeenToBeCut() {
        assertThat(line("computing the indicators of a foreign worker"))
                .contains("  computing the indi… 0:05 of ~1:01");
    }
}
