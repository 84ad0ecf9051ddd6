package io.github.parallelvalidation.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The first lines of a text file, decoded.
///
/// @param lines the first ones; one that may go on is left out
record CsvText(Charset charset, List<String> lines) {
    /// So many lines tell how all are written.
    private static final int LINES = 100;

    CsvText {
        lines = List.copyOf(lines);
    }

    /// @param start the first bytes of the file
    /// @param isWhole whether these are all
    static CsvText of(byte[] start, boolean isWhole) {
        Charset charset = charset(start);
        String text = new String(start, charset);
        return new CsvText(charset, lines(text.startsWith("\uFEFF") ? text.substring(1) : text, isWhole));
    }

    private static List<String> lines(String text, boolean isWhole) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length() && lines.size() < LINES; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        if (lines.isEmpty() || (isWhole && lines.size() < LINES)) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /// By the mark at the beginning; without one, by the zeros that every other byte of plain letters is.
    private static Charset charset(byte[] start) {
        if (start.length < 4) {
            return StandardCharsets.UTF_8;
        }
        boolean isLittle = start[0] == (byte) 0xFF && start[1] == (byte) 0xFE;
        boolean isBig = start[0] == (byte) 0xFE && start[1] == (byte) 0xFF;
        if (isLittle || (start[0] != 0 && start[1] == 0 && start[2] != 0 && start[3] == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return isBig || (start[0] == 0 && start[1] != 0 && start[2] == 0 && start[3] != 0)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    }
}
