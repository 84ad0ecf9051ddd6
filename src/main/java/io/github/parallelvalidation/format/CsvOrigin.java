package io.github.parallelvalidation.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The location of rows in a CSV file for error messages: line, column and the line itself, which are looked up only
/// when there is an error.
///
/// @param dialect null as long as it is not known
record CsvOrigin(UnpackedFile content, @Nullable CsvDialect dialect) implements Origin {
    @Override
    public Path file() {
        return content.file();
    }

    @Override
    public String location(long line) {
        return "line " + line;
    }

    @Override
    public DataException invalid(long line, int role, String message) {
        String text = line(line);
        if (!content.member().isEmpty()) {
            return DataException.invalid(file(), "line %d of %s: %s".formatted(line, content.member(), message));
        }
        return DataException.invalid(file(), line, column(text, role), message, text);
    }

    /// The text of a line, or empty when it cannot be read again.
    private String line(long number) {
        try (ShortLines lines =
                new ShortLines(content.open(), dialect == null ? StandardCharsets.UTF_8 : dialect.charset())) {
            for (long i = 1; i < number; i++) {
                lines.next();
            }
            String line = lines.next();
            return line == null ? "" : line.replace("\uFEFF", "");
        } catch (IOException | RuntimeException unreadable) {
            // The message that is being made says more than this one could.
            return "";
        }
    }

    private int column(String line, int role) {
        int column = dialect == null || role == ColumnRoles.OTHER ? -1 : dialect.column(role);
        int at = 0;
        boolean isQuoted = false;
        for (int i = 0; i < line.length() && column > 0; i++) {
            char c = line.charAt(i);
            isQuoted ^= c == '"';
            if (dialect != null && c == dialect.separator() && !isQuoted) {
                column--;
                at = i + 1;
            }
        }
        return column == 0 ? at + 1 : 1;
    }
}
