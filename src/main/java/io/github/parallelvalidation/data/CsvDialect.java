package io.github.parallelvalidation.data;

import java.nio.charset.Charset;
import java.util.Arrays;

/// How one CSV file is written.
///
/// @param charset of the text
/// @param head lines to pass over before the first row: comments, blank lines, the header
/// @param separator between fields
/// @param decimal point, or a comma where fields are separated by semicolons
/// @param roles per column, see [Roles]
record CsvDialect(Charset charset, int head, char separator, char decimal, int[] roles) {
    CsvDialect {
        roles = roles.clone();
    }

    @Override
    public int[] roles() {
        return roles.clone();
    }

    /// How many fields a row has.
    int fields() {
        return roles.length;
    }

    /// The column of a role, or -1.
    int column(int role) {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == role) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CsvDialect that
                && charset.equals(that.charset)
                && head == that.head
                && separator == that.separator
                && decimal == that.decimal
                && Arrays.equals(roles, that.roles);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(roles) * 31 + separator;
    }

    @Override
    public String toString() {
        return "CsvDialect[%s, %d lines of head, '%s', '%s', %s]"
                .formatted(charset, head, separator, decimal, Arrays.toString(roles));
    }
}
