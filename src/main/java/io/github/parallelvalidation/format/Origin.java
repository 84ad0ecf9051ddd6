package io.github.parallelvalidation.format;

import java.nio.file.Path;

/// The file that rows come from, and the location of a row in it for error messages.
public interface Origin {

    Path file();

    /// Where a row stands, for a sentence: `line 7`, `row 7`.
    String location(long line);

    /// @param role which value of the row is wrong, see [ColumnRoles]; [ColumnRoles#OTHER] for the row as a whole
    DataException invalid(long line, int role, String message);

    /// A file without text lines: rows are counted from 1.
    record Rows(Path file) implements Origin {
        @Override
        public String location(long line) {
            return "row " + line;
        }

        @Override
        public DataException invalid(long line, int role, String message) {
            return DataException.invalid(file, location(line) + ": " + message);
        }
    }
}
