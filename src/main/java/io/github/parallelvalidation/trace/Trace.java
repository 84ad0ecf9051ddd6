package io.github.parallelvalidation.trace;

import java.util.List;

/// What a strategy did on the market as it is.
public sealed interface Trace {
    /// At L0.
    record Screened(List<SignalEvent> events) implements Trace {
        public Screened {
            events = List.copyOf(events);
        }
    }

    /// At L1.
    record Traded(List<ClosedTrade> trades, EquityMarks equity) implements Trace {
        public Traded {
            trades = List.copyOf(trades);
        }
    }
}
