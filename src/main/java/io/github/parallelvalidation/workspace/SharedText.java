package io.github.parallelvalidation.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The content of a file that others write too, as bytes: what we do not mean to change stays whatever its encoding is.
public final class SharedText {
    private final Path file;
    private final boolean isThere;
    private final byte[] bytes;

    private SharedText(Path file, boolean isThere, byte[] bytes) {
        this.file = file;
        this.isThere = isThere;
        this.bytes = bytes;
    }

    static SharedText read(Path file, byte[] bytes) {
        return new SharedText(file, true, bytes);
    }

    static SharedText missing(Path file) {
        return new SharedText(file, false, new byte[0]);
    }

    /// Whether there is such a file; where there is none, the text is empty.
    public boolean isThere() {
        return isThere;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /// @throws ProblemException when the bytes are not UTF-8
    public Source source() {
        return YamlDocument.source(file, bytes);
    }

    /// Each byte as the character of that number, so that any bytes can be searched and cut as text.
    public String latin() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /// Text as [#latin] has it.
    public static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// Another text in the same file.
    public SharedText changed(String text) {
        return new SharedText(file, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Another text in the same file.
    ///
    /// @param text as [#latin] gives it
    public SharedText changedLatin(String text) {
        return new SharedText(file, true, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    byte[] bytes() {
        return bytes;
    }
}
