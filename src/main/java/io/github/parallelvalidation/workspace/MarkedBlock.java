package io.github.parallelvalidation.workspace;

import java.nio.file.Path;

/// Our own block, between two marker lines, in a text file that others write too. What is outside stays byte for byte,
/// whatever its encoding.
public final class MarkedBlock {
    private final Path file;
    private final String begin;
    private final String end;

    public MarkedBlock(Path file, String begin, String end) {
        this.file = file;
        this.begin = begin;
        this.end = end;
    }

    /// Replaces the block, or adds it at the end of the file; a file that is not there is made.
    ///
    /// @param body lines that end in `\n`; they take the file's own line ends
    /// @throws ProblemException when the file cannot be read or written, or has one marker without the other
    public void put(String body) {
        new SharedFile(file).edit(before -> before.changedLatin(placed(before.latin(), body)));
    }

    private String placed(String text, String body) {
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        String block = (begin + "\n" + body + end).replace("\n", lineEnd);
        return placed(text, SharedText.latin(block), lineEnd);
    }

    private String placed(String text, String block, String lineEnd) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end, Math.max(from, 0));
        if (from >= 0 && to >= 0) {
            return text.substring(0, from) + block + text.substring(to + end.length());
        }
        if (from >= 0 || to >= 0) {
            throw new ProblemException(Problem.of(
                    file, "has only one of the markers " + begin + " and " + end + "; restore the other or remove it"));
        }
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? lineEnd : lineEnd + lineEnd;
        return text + gap + block + lineEnd;
    }
}
