package io.github.parallelvalidation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes a table as lines: words to the left, figures to the right.
record TextTable(Account.Table table) {
    List<String> lines() {
        List<List<String>> all = new ArrayList<>(List.of(table.header()));
        all.addAll(table.rows());
        int[] widths = IntStream.range(0, table.header().size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < row.size(); column++) {
            String text = row.get(column);
            String blanks = " ".repeat(widths[column] - text.length());
            line.append(' ').append(column < table.words() ? text + blanks : blanks + text);
        }
        return line.toString().stripTrailing();
    }
}
