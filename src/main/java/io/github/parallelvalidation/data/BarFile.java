package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A file whose name says which bars it holds: `BTCUSD_1h.csv`, `BTC-USD_1h_coinbase.csv.gz`,
/// `BTCUSDT-1h-2025-01.zip`, `BTC_USDT-1h.json`.
///
/// @param symbol normalised
/// @param dated one of a series of dumps, to be joined with its sisters
record BarFile(Path path, String symbol, Timeframe timeframe, Format format, boolean dated) {
    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");

    /// How the bars are written.
    enum Format {
        CSV,
        PARQUET,
        JSON;

        private List<String> endings() {
            return switch (this) {
                case CSV -> List.of(".csv", ".csv.gz", ".csv.zip", ".zip");
                case PARQUET -> List.of(".parquet");
                case JSON -> List.of(".json", ".json.gz");
            };
        }
    }

    /// What a file's name says, or empty for a file that holds no bars.
    static Optional<BarFile> of(Path path) {
        String name = String.valueOf(path.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = "";
        Format format = Format.CSV;
        for (Format candidate : Format.values()) {
            for (String possible : candidate.endings()) {
                if (lower.endsWith(possible) && possible.length() > ending.length()) {
                    ending = possible;
                    format = candidate;
                }
            }
        }
        if (ending.isEmpty() || name.startsWith(".")) {
            return Optional.empty();
        }
        return ofStem(path, name.substring(0, name.length() - ending.length()), format);
    }

    private static Optional<BarFile> ofStem(Path path, String stem, Format format) {
        List<String> parts = SEPARATOR.splitAsStream(stem).toList();
        int at = parts.getFirst().length();
        for (int i = 1; i < parts.size(); i++) {
            Optional<Timeframe> timeframe = Timeframe.parse(parts.get(i));
            if (timeframe.isPresent()) {
                String rest = stem.substring(
                        Math.min(stem.length(), at + 1 + parts.get(i).length() + 1));
                boolean dated = DATE.matcher(rest).matches();
                String symbol = Symbols.normalised(stem.substring(0, at));
                return Optional.of(new BarFile(path, symbol, timeframe.get(), format, dated));
            }
            at += 1 + parts.get(i).length();
        }
        return Optional.empty();
    }

    /// Whether a file of this name is in a format that is read.
    static boolean isReadable(Path path) {
        String lower = path.toString().toLowerCase(Locale.ROOT);
        return Format.CSV.endings().stream().anyMatch(lower::endsWith);
    }

    boolean isReadable() {
        return format == Format.CSV;
    }

    /// What sister files have in common; a file that stands alone has only itself.
    String series() {
        return dated ? path.getParent() + "/" + symbol + " " + timeframe : path.toString();
    }
}
