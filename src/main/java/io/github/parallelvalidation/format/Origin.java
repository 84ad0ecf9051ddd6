package io.github.parallelvalidation.format;

import java.nio.file.Path;

/// The file that rows come from, as messages name it.
public interface Origin {

    Path file();

    /// Where a row stands, for a sentence: `line 7`, `row 7`.
    String location(long line);

    /// @param role which value of the row is wrong, see [ColumnRoles]; [ColumnRoles#OTHER] for the row as a whole
    DataException invalid(long line, int role, String message);

    /// A file without lines that a person could look at: rows are counted from 1.
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
