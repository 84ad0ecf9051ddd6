package io.github.parallelvalidation.data;

/// Symbols as they are compared: `BTC/USD`, `btc-usd` and `BTCUSD` are one.
public final class Symbols {
    private Symbols() {}

    /// Upper case, without `/`, `-`, `_` and `:`.
    public static String normalised(String symbol) {
        StringBuilder text = new StringBuilder(symbol.length());
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c != '/' && c != '-' && c != '_' && c != ':') {
                text.append(Character.toUpperCase(c));
            }
        }
        return text.toString();
    }
}
