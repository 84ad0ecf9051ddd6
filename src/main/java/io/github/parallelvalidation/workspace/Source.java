package io.github.parallelvalidation.workspace;

import java.nio.file.Path;

/// A text and the file it came from; problems point into it.
///
/// @param file where the text was read, only for messages
/// @param text the whole decoded text, a byte-order mark included
public record Source(Path file, String text) {

    /// The line with this number (from 0), without its line break.
    String line(int number) {
        return text.lines().skip(number).findFirst().orElse("");
    }
}
