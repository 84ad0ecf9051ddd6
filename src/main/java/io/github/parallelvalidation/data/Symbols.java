package io.github.parallelvalidation.data;

import java.util.regex.Pattern;

/// Normalises symbols for comparison: `BTC/USD`, `btc-usd` and `BTCUSD` are equal; so are `BTC/USDT:USDT` and
/// `BTC_USDT_USDT`; and `XBTUSD`, as Kraken and BitMEX write it, is `BTCUSD`.
public final class Symbols {
    private static final String XBT = "XBT";

    private static final int LONGEST = 60;

    /// A part of a symbol: `BTC`, `BRK.B`, `ES1!`, `^GSPC`; in any script.
    private static final String PART = "[^\\p{C}\\p{Z}/\\\\*?\"<>|]*[\\p{L}\\p{N}][^\\p{C}\\p{Z}/\\\\*?\"<>|]*";

    private static final Pattern SYMBOL = Pattern.compile(PART + "([/ ]" + PART + ")?");

    private Symbols() {}

    /// Whether a text can be a symbol at all: one word or two, with `/` or a space between, that a file could be named
    /// by.
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && SYMBOL.matcher(text).matches();
    }

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
