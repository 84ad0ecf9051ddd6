package io.github.parallelvalidation.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which column of a CSV file is the open time, and which are open, high, low, close and volume.
final class CsvColumns {
    static final int TIME = 5;
    static final int OTHER = -1;

    /// In this order: a file with both `timestamp` and `date` means the former.
    private static final List<String> TIME_NAMES = List.of(
            "timestamp",
            "open_time",
            "opentime",
            "open time",
            "open_timestamp",
            "datetime",
            "date_time",
            "time",
            "date",
            "ts",
            "unix");

    private static final List<String> PRICE_NAMES = List.of("open", "high", "low", "close", "volume");
    private static final int KLINE_COLUMNS = 12;

    /// Per column: [#TIME], 0 to 4 for open to volume, or [#OTHER].
    private final int[] roles;

    private CsvColumns(int[] roles) {
        this.roles = roles;
    }

    /// The number of columns in the header.
    int fields() {
        return roles.length;
    }

    /// Whether a first row is data and not names.
    static boolean isData(List<String> row) {
        return !row.getFirst().isEmpty()
                && Character.isDigit(row.getFirst().charAt(0))
                && row.stream().noneMatch(field -> PRICE_NAMES.contains(name(field)));
    }

    /// A Binance kline dump: open time, open, high, low, close, volume and six more, without a header.
    static Optional<CsvColumns> kline(int fields) {
        return fields == KLINE_COLUMNS
                ? Optional.of(new CsvColumns(new int[] {TIME, 0, 1, 2, 3, 4, -1, -1, -1, -1, -1, -1}))
                : Optional.empty();
    }

    /// @throws IllegalArgumentException with a sentence when a column is missing
    static CsvColumns ofHeader(List<String> header) {
        List<String> names = header.stream().map(CsvColumns::name).toList();
        int[] roles = new int[names.size()];
        Arrays.fill(roles, OTHER);
        for (int i = 0; i < PRICE_NAMES.size(); i++) {
            roles[index(names, PRICE_NAMES.get(i))] = i;
        }
        String time = TIME_NAMES.stream()
                .filter(names::contains)
                .findFirst()
                .orElseThrow(() -> missing("a timestamp column (one of " + String.join(", ", TIME_NAMES) + ")", names));
        roles[index(names, time)] = TIME;
        return new CsvColumns(roles);
    }

    int role(int column) {
        return column < roles.length ? roles[column] : OTHER;
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw missing("the column '" + name + "'", names);
        }
        return index;
    }

    private static IllegalArgumentException missing(String what, List<String> names) {
        return new IllegalArgumentException("the header lacks %s; found %s".formatted(what, String.join(", ", names)));
    }

    private static String name(String field) {
        return field.strip().toLowerCase(Locale.ROOT);
    }
}
