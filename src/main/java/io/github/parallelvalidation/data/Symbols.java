package io.github.parallelvalidation.data;

/// Symbols as they are compared: `BTC/USD`, `btc-usd` and `BTCUSD` are one; so are `BTC/USDT:USDT` and
/// `BTC_USDT_USDT`.
public final class Symbols {
    private Symbols() {}

    /// Upper case, without `/`, `-`, `_`, `:` and spaces.
    public static String normalised(String symbol) {
        StringBuilder text = new StringBuilder(symbol.length());
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c != '/' && c != '-' && c != '_' && c != ':' && c != ' ') {
                text.append(Character.toUpperCase(c));
            }
        }
        return text.toString();
    }
}
