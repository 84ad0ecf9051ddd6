package io.github.parallelvalidation.workspace;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// A problem with a file: its location and what is wrong.
///
/// @param file the file
/// @param line line from 1, or 0 where the problem is the file as a whole
/// @param column column from 1, or 0
/// @param message what was found and what would be right
/// @param excerpt the offending line, or empty
public record Problem(Path file, int line, int column, String message, String excerpt) {
    private static final int EXCERPT_LIMIT = 160;
    private static final int MESSAGE_LIMIT = 4_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t]]");

    public Problem {
        message = harmless(cut(message, MESSAGE_LIMIT));
        excerpt = harmless(cut(excerpt, EXCERPT_LIMIT));
    }

    /// A quoted field may hold what is left of a file.
    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) + "…" : text;
    }

    /// What a file holds is shown on terminals, where it could pass for lines of ours: no control characters, and no
    /// line ends either.
    private static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }

    public static Problem of(Path file, String message) {
        return new Problem(file, 0, 0, message, "");
    }

    static Problem at(Source source, int line, int column, String message) {
        return new Problem(source.file(), line + 1, column + 1, message, source.line(line));
    }

    /// `file:line:column: message` on one line.
    public String headline() {
        String place = line == 0 ? file.toString() : file + ":" + line + ":" + column;
        return harmless(place) + ": " + message;
    }

    /// The headline, and under it the offending line.
    @Override
    public String toString() {
        return excerpt.isBlank() ? headline() : headline() + "\n    " + excerpt.strip();
    }
}
