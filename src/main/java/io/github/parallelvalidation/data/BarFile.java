package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a data file says: `BTCUSD_1h.csv`, `BTC-USD_4h_coinbase.csv.gz`, `BTCUSDT-1h-2025-01.zip`.
///
/// @param symbol without separators, upper case
/// @param part which stretch of time, where the file is one of several sisters, else empty
/// @param readable whether this kind of file can be read
record BarFile(Path path, String symbol, Timeframe timeframe, String part, boolean readable) {
    private static final Pattern FORM =
            Pattern.compile("(?<stem>.+?)\\.(?<kind>csv|csv\\.gz|csv\\.zip|zip|gz|parquet|json|json\\.gz|feather)");
    private static final Pattern PART = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Set<String> READABLE = Set.of("csv", "csv.gz", "csv.zip", "zip", "gz");

    static Optional<BarFile> of(Path path) {
        String name = String.valueOf(path.getFileName());
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            return Optional.empty();
        }
        String stem = form.group("stem");
        int start = -1;
        for (int i = 0; i <= stem.length(); i++) {
            if (i == stem.length() || stem.charAt(i) == '_' || stem.charAt(i) == '-') {
                Optional<Timeframe> timeframe = Timeframe.parse(stem.substring(start + 1, i));
                if (timeframe.isPresent() && start > 0) {
                    String rest = i == stem.length() ? "" : stem.substring(i + 1);
                    return Optional.of(new BarFile(
                            path,
                            symbol(stem.substring(0, start)),
                            timeframe.get(),
                            PART.matcher(rest).matches() ? rest : "",
                            READABLE.contains(form.group("kind").toLowerCase(Locale.ROOT))));
                }
                start = i;
            }
        }
        return Optional.empty();
    }

    /// Symbols are compared without `/ - _ :` and case.
    static String symbol(String text) {
        return text.replaceAll("[/_:\\-]", "").toUpperCase(Locale.ROOT);
    }
}
