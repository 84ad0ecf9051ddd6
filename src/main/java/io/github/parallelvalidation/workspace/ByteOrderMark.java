package io.github.parallelvalidation.workspace;

/// The byte-order mark that some editors and spreadsheets put before the first character of a UTF-8 file.
public final class ByteOrderMark {
    private static final char MARK = '\uFEFF';

    private ByteOrderMark() {}

    /// The text behind the mark, where there is one.
    public static String skip(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
