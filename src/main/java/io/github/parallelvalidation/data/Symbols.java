package io.github.parallelvalidation.data;

/// Normalises symbols for comparison: `BTC/USD`, `btc-usd` and `BTCUSD` are equal; so are `BTC/USDT:USDT` and
/// `BTC_USDT_USDT`; and `XBTUSD`, as Kraken and BitMEX write it, is `BTCUSD`.
public final class Symbols {
    private static final String XBT = "XBT";

    private Symbols() {}

    /// Upper case, without `/`, `-`, `_`, `:` and spaces, and with BTC for XBT.
    public static String normalised(String symbol) {
        StringBuilder text = new StringBuilder(symbol.length());
        for (int i = 0; i < symbol.length(); i++) {
            char c = symbol.charAt(i);
            if (c != '/' && c != '-' && c != '_' && c != ':' && c != ' ') {
                text.append(Character.toUpperCase(c));
            }
        }
        if (text.length() > XBT.length() && text.indexOf(XBT) == 0) {
            text.replace(0, XBT.length(), "BTC");
        }
        return text.toString();
    }
}
