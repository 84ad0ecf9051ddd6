package io.github.parallelvalidation.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Recognises CSV files without a header: Binance's klines, and files that begin with a time, open, high, low, close
/// and volume, as those of Kraken, OKX and MetaTrader do. The numbers have to agree.
final class HeaderlessRows {
    private static final int KLINE_COLUMNS = 12;
    private static final int KLINE_CLOSE_TIME = 6;

    private final Sample sample;
    private final int columns;

    /// @param sample of rows, from the first one on
    HeaderlessRows(Sample sample) {
        this.sample = sample;
        this.columns = CsvLine.withoutEmptyEnd(sample.rows().getFirst()).size();
    }

    /// The role of each column; empty when it is no such file at all.
    Optional<List<Integer>> roles() {
        int prices = prices();
        if (prices < 0 || columns < prices + ColumnRoles.VALUES) {
            return Optional.empty();
        }
        List<Integer> roles = new ArrayList<>(Collections.nCopies(columns, ColumnRoles.OTHER));
        roles.set(0, ColumnRoles.TIME);
        if (prices == 2) {
            roles.set(1, ColumnRoles.CLOCK);
        }
        for (int role = 0; role < ColumnRoles.VALUES; role++) {
            roles.set(prices + role, role);
        }
        return Optional.of(roles);
    }

    /// Where the prices begin: behind the time, or behind a day and a time of day; or -1.
    private int prices() {
        if (!Sample.isTime(sample.rows().getFirst().getFirst())) {
            return -1;
        }
        return columns > ColumnRoles.VALUES + 1 && Double.isNaN(sample.number(0, 1)) && sample.isClock(1) ? 2 : 1;
    }

    /// Why the columns cannot be what they seem to be, or empty.
    Optional<String> complaint() {
        boolean isKline = columns == KLINE_COLUMNS
                && Sample.isTime(sample.rows().getFirst().get(KLINE_CLOSE_TIME));
        if (isKline) {
            return Optional.empty();
        }
        RowBlock block = block(prices());
        return ColumnOrder.complaint(block)
                .or(() -> ColumnOrder.isExchanged(block)
                        ? Optional.of("each bar begins where the next one ends: open and close are exchanged")
                        : Optional.empty());
    }

    private RowBlock block(int prices) {
        RowBlock block = new RowBlock();
        for (List<String> row : sample.rows()) {
            if (row.size() < prices + ColumnRoles.VALUES) {
                continue;
            }
            double[] values = new double[ColumnRoles.VALUES];
            for (int i = 0; i < values.length; i++) {
                values[i] = Sample.number(row.get(prices + i));
            }
            block.add(Sample.time(row.getFirst()), values, 0);
        }
        return block;
    }
}
