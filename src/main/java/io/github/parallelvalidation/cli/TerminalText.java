package io.github.parallelvalidation.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Says our words in the characters that a terminal has: a minus sign that became a question mark would take the sign
/// from a number.
final class TerminalText {
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) '−', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '─', "-"),
            Map.entry((int) '━', "="),
            Map.entry((int) '…', "..."),
            Map.entry((int) '·', "|"),
            Map.entry((int) '•', "*"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '±', "+/-"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≠', "!="),
            Map.entry((int) '≈', "~"),
            Map.entry((int) '→', "->"),
            Map.entry((int) '←', "<-"),
            Map.entry((int) '∞', "infinity"),
            Map.entry((int) '√', "sqrt "),
            Map.entry((int) '²', "^2"),
            Map.entry((int) '✓', "+"),
            Map.entry((int) '✗', "x"),
            Map.entry((int) 'µ', "u"),
            Map.entry((int) '\u00A0', " "),
            Map.entry((int) '\u2009', " "),
            Map.entry((int) '\u202F', " "));

    private final CharsetEncoder encoder;

    /// @param charset of the terminal
    TerminalText(Charset charset) {
        this.encoder = (charset.canEncode() ? charset : StandardCharsets.US_ASCII).newEncoder();
    }

    /// The same with those characters replaced that the terminal lacks. One that we never print ourselves, such as a
    /// letter of a name, stays what the terminal makes of it.
    synchronized String of(String text) {
        if (encoder.canEncode(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            plain.append(isKept(point, character) ? character : PLAIN.getOrDefault(point, character));
        });
        return plain.toString();
    }

    /// Marks of colours are replaced later.
    private boolean isKept(int point, String character) {
        return Character.getType(point) == Character.PRIVATE_USE || encoder.canEncode(character);
    }
}
