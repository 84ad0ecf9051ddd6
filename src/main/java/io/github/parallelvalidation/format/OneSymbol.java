package io.github.parallelvalidation.format;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes sure that all rows of a file are of one symbol, where a column names it: bars of two, one behind the other,
/// would pass for one market that jumps.
final class OneSymbol {
    private static final List<String> NAMES = List.of(
            "symbol",
            "ticker",
            "tic",
            "pair",
            "currencypair",
            "tradingpair",
            "instrument",
            "instrumentid",
            "product",
            "productid",
            "asset",
            "coin",
            "secid",
            "name");

    private final Origin origin;
    private byte @Nullable [] known;
    private String first = "";
    private long firstLine;

    OneSymbol(Origin origin) {
        this.origin = origin;
    }

    /// The column of the symbol, or -1.
    ///
    /// @param names in small letters and digits only
    static int column(List<String> names) {
        return NAMES.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    /// @throws DataException when it is another symbol than before; nothing at all is none
    void take(byte[] text, int from, int end, long line) {
        byte[] before = known;
        if (before != null && Arrays.equals(before, 0, before.length, text, from, end)) {
            return;
        }
        String symbol = CsvFields.text(text, from, end).strip();
        if (symbol.isEmpty() || symbol.equalsIgnoreCase(first)) {
            return;
        }
        if (!first.isEmpty()) {
            throw origin.invalid(
                    line,
                    ColumnRoles.SYMBOL,
                    "the symbol is '%s', but '%s' in %s; a file must hold the bars of one symbol: split it"
                            .formatted(symbol, first, origin.location(firstLine)));
        }
        known = Arrays.copyOfRange(text, from, end);
        first = symbol;
        firstLine = line;
    }
}
