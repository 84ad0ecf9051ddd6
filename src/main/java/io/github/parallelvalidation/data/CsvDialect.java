package io.github.parallelvalidation.data;

import java.nio.charset.Charset;
import java.util.List;

/// How one CSV file is written.
///
/// @param charset of the text
/// @param head lines to pass over before the first row: comments, blank lines, the header
/// @param separator between fields
/// @param decimal point, or a comma where fields are separated by semicolons
/// @param roles per column, see [Roles]
record CsvDialect(Charset charset, int head, char separator, char decimal, List<Integer> roles) {
    CsvDialect {
        roles = List.copyOf(roles);
    }

    /// The roles for loops that go over every field of a file.
    int[] columns() {
        int[] columns = new int[roles.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = roles.get(i);
        }
        return columns;
    }

    /// The column of a role, or -1.
    int column(int role) {
        return roles.indexOf(role);
    }
}
