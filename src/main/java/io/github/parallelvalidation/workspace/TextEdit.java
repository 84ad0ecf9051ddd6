package io.github.parallelvalidation.workspace;

import java.util.Comparator;
import java.util.List;

/// Replaces one piece of a text. Everything outside stays as it was, byte for byte.
///
/// @param start offset of the first character replaced
/// @param end offset after the last; equal to `start` for an insertion
public record TextEdit(int start, int end, String replacement) {

    /// The text with all edits applied; insertions at one place stand in the order of the list.
    ///
    /// @throws IllegalArgumentException when two edits overlap
    public static String apply(String text, List<TextEdit> edits) {
        StringBuilder result = new StringBuilder(text.length() + 64);
        int done = 0;
        for (TextEdit edit : edits.stream()
                .sorted(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end))
                .toList()) {
            if (edit.start() < done) {
                throw new IllegalArgumentException("edits overlap at offset " + edit.start());
            }
            result.append(text, done, edit.start()).append(edit.replacement());
            done = edit.end();
        }
        return result.append(text, done, text.length()).toString();
    }
}
