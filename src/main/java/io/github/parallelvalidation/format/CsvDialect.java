package io.github.parallelvalidation.format;

import java.nio.charset.Charset;
import java.util.List;

/// The dialect of one CSV file.
///
/// @param charset of the text
/// @param head lines to skip before the first row: comments, blank lines, the header
/// @param separator between fields
/// @param numbers how numbers are written
/// @param days order of day and month in dates that put the year last
/// @param roles per column, see [ColumnRoles]
record CsvDialect(Charset charset, int head, char separator, NumberStyle numbers, DayOrder days, List<Integer> roles) {
    CsvDialect {
        roles = List.copyOf(roles);
    }

    CsvDialect with(DayOrder order) {
        return new CsvDialect(charset, head, separator, numbers, order, roles);
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
