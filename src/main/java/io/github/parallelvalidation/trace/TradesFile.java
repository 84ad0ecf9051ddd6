package io.github.parallelvalidation.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `L1_trades.csv`: a line for each closed trade.
public final class TradesFile {
    public static final String NAME = "L1_trades.csv";

    private static final String ENTRY_TIME = "entry_time";
    private static final String EXIT_TIME = "exit_time";
    private static final String SIDE = "side";
    private static final String ENTRY_PRICE = "entry_price";
    private static final String EXIT_PRICE = "exit_price";
    private static final String NET_RETURN = "net_return";
    private static final String BARS_HELD = "bars_held";
    private static final String EXIT_REASON = "exit_reason";
    private static final List<String> NEEDED =
            List.of(ENTRY_TIME, EXIT_TIME, SIDE, ENTRY_PRICE, EXIT_PRICE, NET_RETURN);
    private static final int LINE = 128;

    private TradesFile() {}

    public static String text(List<ClosedTrade> trades) {
        CsvLines lines =
                new CsvLines(String.join(",", NEEDED) + "," + BARS_HELD + "," + EXIT_REASON, trades.size() * LINE);
        for (ClosedTrade trade : trades) {
            lines.time(trade.entry().toEpochMilli())
                    .time(trade.exit().toEpochMilli())
                    .word(trade.isLong() ? Directions.LONG : Directions.SHORT)
                    .number(trade.entryPrice())
                    .number(trade.exitPrice())
                    .number(trade.netReturn())
                    .word(
                            trade.barsHeld().isPresent()
                                    ? String.valueOf(trade.barsHeld().getAsInt())
                                    : "")
                    .word(trade.exitReason())
                    .end();
        }
        return lines.toString();
    }

    /// The trades of a file, in its order; empty where there is no file. A worker may leave out how long they
    /// were open and why they were closed.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it is not of this form
    public static Optional<List<ClosedTrade>> read(Path file) {
        return CsvRows.read(file, NEEDED).map(rows -> {
            List<ClosedTrade> trades = new ArrayList<>();
            rows.forEach(row -> trades.add(new ClosedTrade(
                    row.time(ENTRY_TIME),
                    row.timeNotBefore(EXIT_TIME, ENTRY_TIME),
                    row.direction(SIDE),
                    row.needed(ENTRY_PRICE, row.price(ENTRY_PRICE)),
                    row.needed(EXIT_PRICE, row.price(EXIT_PRICE)),
                    row.needed(NET_RETURN, row.number(NET_RETURN)),
                    row.count(BARS_HELD),
                    row.text(EXIT_REASON))));
            return List.copyOf(trades);
        });
    }
}
