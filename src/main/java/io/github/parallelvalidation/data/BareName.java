package io.github.parallelvalidation.data;

import java.nio.file.Path;

/// Names that are nothing but a symbol, as Yahoo has it (`AAPL.csv`), or a symbol and the minutes of a bar without
/// anything between them, as MetaTrader 4 has it (`EURUSD60.csv`). Whether the digits belong to the symbol (`US30`) is
/// known only to whoever looks for one.
final class BareName {
    private static final long MINUTE = 60_000;

    private BareName() {}

    /// @param symbol normalised
    static boolean isSymbol(Path file, String symbol) {
        return normalised(file).equals(symbol);
    }

    /// @param symbol normalised
    static boolean isOfMinutes(Path file, String symbol, Timeframe timeframe) {
        return normalised(file).equals(symbol + timeframe.millis() / MINUTE);
    }

    private static String normalised(Path file) {
        return Symbols.normalised(BarFile.stem(file));
    }
}
