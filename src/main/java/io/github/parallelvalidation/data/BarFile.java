package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A file whose name says which bars it holds: `BTCUSD_1h.csv`, `BTC-USD_1h_coinbase.csv.gz`,
/// `BTCUSDT-1h-2025-01.zip`, `BTC_USDT-1h.json`, `BTC_USDT_USDT-1h-futures.json`, `Binance_BTCUSDT_1h.csv`.
///
/// @param symbol normalised
/// @param isReadable whether the ending is of a format that is read
/// @param isDated one of a series of dumps, to be joined with its sisters
record BarFile(Path path, String symbol, Timeframe timeframe, boolean isReadable, boolean isDated) {
    private static final Pattern SEPARATOR = Pattern.compile("[-_]");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    /// Folders that dumps of one series are spread over: `monthly` and `daily`, years, months.
    private static final Pattern SPREAD = Pattern.compile("monthly|daily|[0-9]{4}|[0-9]{2}|[0-9]{4}-[0-9]{2}");

    /// The longest that fits counts.
    private static final List<String> ENDINGS = List.of(
            ".csv",
            ".csv.gz",
            ".csv.zip",
            ".tsv",
            ".tsv.gz",
            ".zip",
            ".parquet",
            ".pq",
            ".json",
            ".json.gz",
            ".feather");

    private static final Set<String> UNREAD = Set.of(".feather");

    /// What exchanges also publish in the form of bars, and is no trade: mark and index prices, funding.
    private static final Set<String> OTHER_SERIES =
            Set.of("mark", "index", "funding_rate", "premiumindex", "premium_index");

    private static final Set<String> EXCHANGES = Set.of(
            "binance",
            "binanceus",
            "bitfinex",
            "bitstamp",
            "bittrex",
            "bybit",
            "cexio",
            "coinbase",
            "cryptocom",
            "exmo",
            "gateio",
            "gemini",
            "htx",
            "huobi",
            "kraken",
            "kucoin",
            "mexc",
            "okcoin",
            "okex",
            "okx",
            "poloniex");

    /// What a file's name says, or empty for a file that holds no bars.
    static Optional<BarFile> of(Path path) {
        String name = String.valueOf(path.getFileName());
        String lower = name.toLowerCase(Locale.ROOT);
        String ending = "";
        for (String possible : ENDINGS) {
            if (lower.endsWith(possible) && possible.length() > ending.length()) {
                ending = possible;
            }
        }
        if (ending.isEmpty() || name.startsWith(".")) {
            return Optional.empty();
        }
        return ofStem(path, name.substring(0, name.length() - ending.length()), !UNREAD.contains(ending));
    }

    private static Optional<BarFile> ofStem(Path path, String stem, boolean isReadable) {
        List<String> parts = SEPARATOR.splitAsStream(stem).toList();
        boolean hasExchange =
                parts.size() > 2 && EXCHANGES.contains(parts.getFirst().toLowerCase(Locale.ROOT));
        int symbolStart = hasExchange ? parts.getFirst().length() + 1 : 0;
        int at = parts.getFirst().length();
        for (int i = 1; i < parts.size(); i++) {
            Optional<Timeframe> timeframe = Timeframe.parse(parts.get(i));
            if (timeframe.isPresent() && at > symbolStart) {
                String rest = stem.substring(
                        Math.min(stem.length(), at + 1 + parts.get(i).length() + 1));
                String symbol = Symbols.normalised(stem.substring(symbolStart, at));
                boolean isDated = DATE.matcher(rest).matches();
                return OTHER_SERIES.contains(rest.toLowerCase(Locale.ROOT))
                        ? Optional.empty()
                        : Optional.of(new BarFile(path, symbol, timeframe.get(), isReadable, isDated));
            }
            at += 1 + parts.get(i).length();
        }
        return Optional.empty();
    }

    /// What sister files have in common; a file that stands alone has only itself.
    ///
    /// @param root of the data
    String series(Path root) {
        if (!isDated) {
            return path.toString();
        }
        Path below = root.relativize(path);
        return StreamSupport.stream(below.spliterator(), false)
                .limit(below.getNameCount() - 1L)
                .map(Path::toString)
                .filter(folder -> !SPREAD.matcher(folder).matches())
                .collect(Collectors.joining("/", "", "/" + symbol + " " + timeframe));
    }
}
