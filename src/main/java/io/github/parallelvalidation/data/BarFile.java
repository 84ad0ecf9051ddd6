package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.Signature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// A file whose name says which bars it holds: `BTCUSD_1h.csv`, `BTC-USD_1h_coinbase.csv.gz`, `BTCUSDT-1h-2025-01.zip`,
/// `BTC_USDT-1h.json`, `BTC_USDT_USDT-1h-futures.json`, `Binance_BTCUSDT_2024_minute.csv`, `BITSTAMP_BTCUSD, 60.csv`,
/// `XBTUSD_60.csv`, `BTC_USDT-1h.feather`.
///
/// @param symbol normalised
/// @param complaint why its format is not read, or empty
/// @param isDated one of a series of dumps, to be joined with the other files of that series
record BarFile(Path path, String symbol, Timeframe timeframe, String complaint, boolean isDated) {
    private static final String SEPARATORS = "-_., ";
    private static final String DAY = "[0-9]{4}(-?[0-9]{2}(-?[0-9]{2}([0-9]{4}|[0-9]{6})?)?)?";
    private static final Pattern DATE = Pattern.compile(DAY + "([-_]" + DAY + ")?");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private static final Pattern CHART = Pattern.compile("[A-Za-z]+_([A-Za-z0-9.!]+), ");
    private static final Set<String> QUOTES =
            Set.of("USD", "USDT", "USDC", "EUR", "GBP", "JPY", "CHF", "AUD", "CAD", "BTC", "ETH", "KRW");

    /// Folders that dumps of one series are spread over: `monthly` and `daily`, years, months.
    private static final Pattern SPREAD = Pattern.compile("monthly|daily|[0-9]{4}|[0-9]{2}|[0-9]{4}-[0-9]{2}");

    /// Of names that end so, the longest ending counts.
    private static final Set<String> ENDINGS = Set.of(
            ".csv",
            ".tsv",
            ".txt",
            ".dat",
            ".json",
            ".jsonl",
            ".zip",
            ".gz",
            ".csv.gz",
            ".csv.zip",
            ".tsv.gz",
            ".txt.gz",
            ".txt.zip",
            ".json.gz",
            ".json.zip",
            ".jsonl.gz",
            ".parquet",
            ".pq",
            ".parquet.gzip",
            ".parquet.snappy",
            ".feather",
            ".arrow",
            ".ftr");

    /// A text may as well be the licence of the bars beside it.
    static final Comparator<Path> LIKELIEST_FIRST = Comparator.comparing(
                    (Path path) -> path.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
            .thenComparing(Comparator.naturalOrder());

    /// What is there, but not read.
    private static final Map<String, String> UNREAD = Map.of(
            ".h5", Signature.HDF,
            ".hdf5", Signature.HDF,
            ".bz2", "bzip2, which is not read; pack them with gzip, or not at all",
            ".xz", "xz, which is not read; pack them with gzip, or not at all",
            ".zst", "zstd, which is not read; pack them with gzip, or not at all",
            ".7z", "7-Zip, which is not read; pack them with gzip, or not at all",
            ".xlsx", "an Excel file, which is not read; save them as CSV",
            ".xls", "an Excel file, which is not read; save them as CSV");

    /// Folders of Binance's dumps of prices that nothing was traded at.
    private static final Set<String> OTHER_FOLDERS =
            Set.of("markPriceKlines", "indexPriceKlines", "premiumIndexKlines");

    /// What exchanges also publish in the form of bars, and is no trade: mark and index prices, funding.
    private static final Set<String> OTHER_SERIES =
            Set.of("mark", "index", "funding_rate", "premiumindex", "premium_index");

    private static final Set<String> EXCHANGES = Set.of(
            "binance",
            "binanceus",
            "bitget",
            "bitfinex",
            "bitstamp",
            "bittrex",
            "bybit",
            "bitmex",
            "cexio",
            "coinbase",
            "cryptocom",
            "exmo",
            "gate",
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

    /// Parses a file's name; empty for a file that holds no bars.
    static Optional<BarFile> of(Path path) {
        String name = String.valueOf(path.getFileName());
        String ending = ending(name.toLowerCase(Locale.ROOT));
        if (ending.isEmpty() || name.startsWith(".") || isInOtherFolder(path)) {
            return Optional.empty();
        }
        return ofStem(path, name.substring(0, name.length() - ending.length()), UNREAD.getOrDefault(ending, ""));
    }

    /// Whether a file may hold bars by its ending, whatever the rest of its name says.
    static boolean mayHoldBars(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !ending(name.toLowerCase(Locale.ROOT)).isEmpty() && !isInOtherFolder(path);
    }

    private static String ending(String name) {
        String longest = "";
        for (int at = name.indexOf('.'); at >= 0; at = name.indexOf('.', at + 1)) {
            String ending = name.substring(at);
            boolean isKnown = ENDINGS.contains(ending) || UNREAD.containsKey(ending);
            longest = isKnown && ending.length() > longest.length() ? ending : longest;
        }
        return longest;
    }

    private static boolean isInOtherFolder(Path path) {
        for (Path folder : path) {
            if (OTHER_FOLDERS.contains(folder.toString())) {
                return true;
            }
        }
        return false;
    }

    /// The name without its ending.
    static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(
                0, name.length() - ending(name.toLowerCase(Locale.ROOT)).length());
    }

    /// The same as something that is no file, such as "a named pipe".
    BarFile as(String kind) {
        return new BarFile(path, symbol, timeframe, kind + ", which is not read; save them as a file", isDated);
    }

    boolean isReadable() {
        return complaint.isEmpty();
    }

    /// A part of a name between separators.
    private record Word(String text, int start) {
        int end() {
            return start + text.length();
        }

        boolean isExchange() {
            return EXCHANGES.contains(text.toLowerCase(Locale.ROOT));
        }

        boolean isNumber() {
            return text.chars().allMatch(Character::isDigit);
        }
    }

    private static List<Word> words(String stem) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= stem.length(); i++) {
            if (i == stem.length() || SEPARATORS.indexOf(stem.charAt(i)) >= 0) {
                if (i > start) {
                    words.add(new Word(stem.substring(start, i), start));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private static Optional<BarFile> ofStem(Path path, String stem, String complaint) {
        List<Word> words = words(stem);
        boolean hasExchange = words.size() > 2 && (words.getFirst().isExchange() || isChartExport(stem));
        int first = hasExchange ? 1 : 0;
        // A name in our own spelling goes before one that might be a timeframe.
        for (boolean isStrict : new boolean[] {true, false}) {
            for (int i = first + 1; i < words.size(); i++) {
                String word = words.get(i).text();
                Optional<Timeframe> timeframe = isStrict
                        ? Timeframe.parse(word)
                        : TimeframeName.parse(word, words.get(i - 1).isNumber());
                if (timeframe.isPresent()) {
                    Named named = Named.of(stem, words, first, i);
                    return OTHER_SERIES.contains(named.rest().toLowerCase(Locale.ROOT))
                            ? Optional.empty()
                            : Optional.of(
                                    new BarFile(path, named.symbol(), timeframe.get(), complaint, named.isDated()));
                }
            }
        }
        return Optional.empty();
    }

    /// Charts are saved under `OANDA_EURUSD, 60`: whatever stands before the symbol is an exchange, unless what follows
    /// is
    /// the second half of a pair.
    private static boolean isChartExport(String stem) {
        Matcher chart = CHART.matcher(stem);
        return chart.lookingAt() && !QUOTES.contains(chart.group(1).toUpperCase(Locale.ROOT));
    }

    /// The parts of a name before and after the timeframe.
    private record Named(String symbol, String rest, boolean isDated) {
        /// @param at which word is the timeframe
        static Named of(String stem, List<Word> words, int first, int at) {
            int last = at - 1;
            boolean hasYear =
                    last > first && YEAR.matcher(words.get(last).text()).matches();
            last -= hasYear ? 1 : 0;
            last -= last > first && words.get(last).isExchange() ? 1 : 0;
            String symbol =
                    stem.substring(words.get(first).start(), words.get(last).end());
            String rest = stem.substring(Math.min(stem.length(), words.get(at).end() + 1));
            boolean isDated = rest.isEmpty() ? hasYear : DATE.matcher(rest).matches();
            return new Named(Symbols.normalised(symbol), rest, isDated);
        }
    }

    /// The key that files of one series share; a single file has its own.
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
