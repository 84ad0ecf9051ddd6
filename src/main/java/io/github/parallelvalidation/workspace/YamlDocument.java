package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Reads one YAML document with limits: 16 MiB, nesting 64, 50 aliases, no custom tags, no duplicate keys, one
/// document.
/// What does not fit is refused with file, line and column.
public final class YamlDocument {
    static final int SIZE_LIMIT = 16 * 1024 * 1024;

    private YamlDocument() {}

    /// @throws ProblemException when the file is missing, not UTF-8, or not a document within the limits
    public static YamlNode read(Path file) {
        return parse(source(file));
    }

    /// The text of a file.
    ///
    /// @throws ProblemException when the file is missing, too large or not UTF-8
    public static Source source(Path file) {
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                throw new ProblemException(Problem.of(file, "the file is larger than 16 MiB, the most that is read"));
            }
            return new Source(file, decode(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new ProblemException(file, "the file is not there", e);
        } catch (IOException e) {
            throw new ProblemException(file, "the file cannot be read: " + e.getMessage(), e);
        }
    }

    public static YamlNode parse(Source source) {
        try {
            return new YamlBuilder(source).build();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            String message = e.getContext() == null ? e.getProblem() : e.getContext() + ": " + e.getProblem();
            throw new ProblemException(
                    Problem.at(source, mark.getLine(), mark.getColumn(), "this is not valid YAML: " + message), e);
        } catch (ReaderException e) {
            throw new ProblemException(unprintable(source, e), e);
        }
    }

    private static Problem unprintable(Source source, ReaderException e) {
        int offset = source.text()
                .offsetByCodePoints(0, Math.min(e.getPosition(), source.text().length()));
        String before = source.text().substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = offset - (before.lastIndexOf('\n') + 1);
        return Problem.at(
                source,
                line,
                column,
                "the character U+%04X is not allowed in YAML; save the file as plain UTF-8 text"
                        .formatted(e.getCodePoint()));
    }

    private static String decode(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(notUtf8(file, bytes), e);
        }
    }

    private static Problem notUtf8(Path file, byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        int offset = Math.max(0, lenient.indexOf('\uFFFD'));
        String before = lenient.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return Problem.at(
                new Source(file, lenient),
                line,
                offset - (before.lastIndexOf('\n') + 1),
                "the file is not UTF-8 text from here on; save it as UTF-8");
    }
}
