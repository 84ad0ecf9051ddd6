package io.github.parallelvalidation.workspace;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text and the file it came from; problems point into it.
///
/// @param file where the text was read, only for messages
/// @param text the whole decoded text, a byte-order mark included
public record Source(Path file, String text) {

    /// What YAML takes for the end of a line.
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\x{85}\\x{2028}\\x{2029}]");

    /// The line with this number (from 0), without its line break.
    String line(int number) {
        Matcher end = LINE_END.matcher(text);
        int start = 0;
        for (int i = 0; i < number && end.find(); i++) {
            start = end.end();
        }
        return text.substring(start, end.find(start) ? end.start() : text.length());
    }

    /// The number of the line that holds an offset, from 0.
    int lineAt(int offset) {
        return (int) LINE_END.matcher(text.substring(0, offset)).results().count();
    }

    /// The column of an offset, from 0.
    int columnAt(int offset) {
        String before = text.substring(0, offset);
        return before.length()
                - LINE_END.matcher(before)
                        .results()
                        .mapToInt(MatchResult::end)
                        .max()
                        .orElse(0);
    }
}
