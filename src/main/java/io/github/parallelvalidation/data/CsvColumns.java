package io.github.parallelvalidation.data;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which field of a row is which column.
record CsvColumns(int time, int open, int high, int low, int close, int volume) {
    /// Binance's dumps before 2025 have no header: open time, open, high, low, close, volume, six more.
    static final CsvColumns BINANCE = new CsvColumns(0, 1, 2, 3, 4, 5);

    private static final Set<String> TIME =
            Set.of("timestamp", "time", "date", "datetime", "opentime", "ts", "unix", "startdate", "start");

    /// @return empty when a column is missing
    static Optional<CsvColumns> ofHeader(List<String> header) {
        List<String> names = header.stream().map(CsvColumns::plain).toList();
        int time = -1;
        for (int i = 0; i < names.size() && time < 0; i++) {
            time = TIME.contains(names.get(i)) ? i : -1;
        }
        int volume = names.indexOf("volume") >= 0 ? names.indexOf("volume") : names.indexOf("vol");
        CsvColumns columns = new CsvColumns(
                time,
                names.indexOf("open"),
                names.indexOf("high"),
                names.indexOf("low"),
                names.indexOf("close"),
                volume);
        return columns.least() < 0 ? Optional.empty() : Optional.of(columns);
    }

    int least() {
        return Math.min(Math.min(Math.min(time, open), Math.min(high, low)), Math.min(close, volume));
    }

    int most() {
        return Math.max(Math.max(Math.max(time, open), Math.max(high, low)), Math.max(close, volume));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace("_", "").replace(" ", "");
    }
}
