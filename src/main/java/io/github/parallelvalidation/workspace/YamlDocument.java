package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Reads one YAML document with limits: 16 MiB, nesting 64, 50 aliases, a million
/// values, 1 MiB a value, no custom tags, no duplicate keys, one document. What does not fit is refused with file, line
/// and column.
public final class YamlDocument {
    public static final int SIZE_LIMIT = 16 * 1024 * 1024;

    /// A queue of a hundred thousand entries, each with a verdict, is larger than others.
    static final int SHARED_SIZE_LIMIT = 2 * SIZE_LIMIT;

    private static final char REPLACED = '\uFFFD';

    private YamlDocument() {}

    /// @throws ProblemException when the file is missing, not UTF-8, or not a document within the limits
    public static YamlNode read(Path file) {
        return parse(source(file));
    }

    /// The text of a file.
    ///
    /// @throws ProblemException when the file is missing, too large or not UTF-8
    public static Source source(Path file) {
        return source(file, SIZE_LIMIT);
    }

    /// The text of a file that may be larger or must be smaller than others.
    ///
    /// @param most bytes that are read
    /// @throws ProblemException when the file is missing, too large or not UTF-8
    public static Source source(Path file, int most) {
        try {
            return source(file, PlainFile.bytes(file, most));
        } catch (NoSuchFileException e) {
            throw new ProblemException(file, "the file is not there", e);
        } catch (IOException e) {
            throw new ProblemException(file, "the file cannot be read: " + IoReason.of(e), e);
        }
    }

    /// The text that these bytes of a file are.
    ///
    /// @throws ProblemException when they are not UTF-8
    public static Source source(Path file, byte[] bytes) {
        return new Source(file, decode(file, bytes));
    }

    /// @throws ProblemException when the text is not a document within the limits
    public static YamlNode parse(Source source) {
        return PlainYaml.read(source).orElseGet(() -> whole(source));
    }

    /// By the full reader.
    static YamlNode whole(Source source) {
        if (source.text().length() > SIZE_LIMIT) {
            throw new ProblemException(Problem.of(
                    source.file(),
                    "the file is larger than 16 MiB, the most that is read where it is not written plainly: mappings"
                            + " and lists in blocks or brackets, values on one line, no anchors"));
        }
        try {
            return new YamlBuilder(source).build();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String message = e.getContext() == null ? e.getProblem() : e.getContext() + ": " + e.getProblem();
            throw new ProblemException(
                    Problem.at(
                            source,
                            mark == null ? 0 : mark.getLine(),
                            mark == null ? 0 : mark.getColumn(),
                            "this is not valid YAML: " + message),
                    e);
        } catch (ReaderException e) {
            throw new ProblemException(unprintable(source, e), e);
        }
    }

    private static Problem unprintable(Source source, ReaderException e) {
        int codePoints = Math.min(
                e.getPosition(), source.text().codePointCount(0, source.text().length()));
        int offset = source.text().offsetByCodePoints(0, codePoints);
        return at(
                source,
                offset,
                "the character U+%04X is not allowed in YAML; save the file as plain UTF-8 text"
                        .formatted(e.getCodePoint()));
    }

    private static Problem at(Source source, int offset, String message) {
        return Problem.at(source, source.lineAt(offset), source.columnAt(offset), message);
    }

    private static String decode(Path file, byte[] bytes) {
        String ascii = new String(bytes, StandardCharsets.US_ASCII);
        // What is none was replaced by a character that is none.
        return ascii.indexOf(REPLACED) < 0 ? ascii : decodeUtf8(file, bytes);
    }

    private static String decodeUtf8(Path file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean whole = !decoder.decode(in, out, true).isError();
        String text = out.flip().toString();
        if (whole) {
            return text;
        }
        throw new ProblemException(at(
                new Source(file, text),
                text.length(),
                isUtf16(bytes)
                        ? "the file is UTF-16; save it as UTF-8"
                        : "the file is not UTF-8 text from here on; save it as UTF-8"));
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    }
}
