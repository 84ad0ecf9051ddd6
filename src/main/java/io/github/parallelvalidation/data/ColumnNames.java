package io.github.parallelvalidation.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/// Which column is the open time, and which are open, high, low, close and volume, told from their names.
/// Case and everything but letters and digits are passed over: `Open_Time` and `open time` are one.
final class ColumnNames {
    /// In this order: a file with both `timestamp` and `date` means the former.
    private static final List<String> TIME_NAMES = List.of(
            "timestamp",
            "opentime",
            "opentimestamp",
            "opendatetime",
            "opentimems",
            "opentimeutc",
            "timestampms",
            "timestamputc",
            "datetime",
            "datetimeutc",
            "dateutc",
            "timeutc",
            "gmttime",
            "timeperiodstart",
            "periodstart",
            "starttime",
            "start",
            "time",
            "date",
            "day",
            "ts",
            "t",
            "unixtimestamp",
            "unixtime",
            "unix",
            "epoch",
            "indexlevel0");

    private static final List<List<String>> PRICE_NAMES = List.of(
            List.of("open", "openprice", "priceopen", "opening", "openingprice", "o"),
            List.of("high", "highprice", "pricehigh", "highest", "highestprice", "h"),
            List.of("low", "lowprice", "pricelow", "lowest", "lowestprice", "l"),
            List.of("close", "closeprice", "priceclose", "closing", "closingprice", "c"));

    /// What a column without a name of its own is called.
    private static final Set<String> INDEX_NAMES = Set.of("", "unnamed0", "index");

    private final List<String> names;
    private final List<String> given;

    private ColumnNames(List<String> given) {
        this.given = given;
        this.names = given.stream().map(ColumnNames::plain).toList();
    }

    /// Per column its role, see [Roles].
    ///
    /// @throws IllegalArgumentException with a sentence when a column is missing or there twice
    static int[] roles(List<String> header) {
        return new ColumnNames(header).roles();
    }

    /// Whether a row holds names of prices, and is therefore meant as the header.
    static boolean isHeader(List<String> row) {
        ColumnNames columns = new ColumnNames(row);
        return PRICE_NAMES.stream()
                        .filter(names -> columns.first(names).isPresent())
                        .count()
                >= 2;
    }

    static boolean hasTime(List<String> header) {
        return new ColumnNames(header).time().isPresent();
    }

    static boolean isTime(String name) {
        return TIME_NAMES.contains(plain(name));
    }

    private int[] roles() {
        int[] roles = new int[names.size()];
        Arrays.fill(roles, Roles.OTHER);
        for (int role = Roles.OPEN; role <= Roles.CLOSE; role++) {
            String name = Roles.name(role);
            roles[only(first(PRICE_NAMES.get(role)).orElseThrow(() -> missing("the column '" + name + "'")))] = role;
        }
        int volume = new VolumeNames(names).best().orElseThrow(() -> missing("the column 'volume'"));
        roles[only(volume)] = Roles.VOLUME;
        roles[only(time().orElseThrow(this::withoutTime))] = Roles.TIME;
        return roles;
    }

    private OptionalInt time() {
        OptionalInt named = first(TIME_NAMES);
        if (named.isPresent()) {
            return named;
        }
        return !names.isEmpty() && INDEX_NAMES.contains(names.getFirst()) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /// The column of the first of these names that is there.
    private OptionalInt first(List<String> candidates) {
        return candidates.stream()
                .mapToInt(names::indexOf)
                .filter(at -> at >= 0)
                .findFirst();
    }

    private int only(int column) {
        String name = names.get(column);
        if (names.lastIndexOf(name) != column) {
            throw new IllegalArgumentException("the header has the column '%s' more than once; found %s"
                    .formatted(given.get(column), String.join(", ", given)));
        }
        return column;
    }

    private IllegalArgumentException withoutTime() {
        return missing("a timestamp column (one of timestamp, open_time, datetime, time, date, unix …)"
                + (names.contains("closetime") ? "; a close time does not do, bars are known by their open" : ""));
    }

    private IllegalArgumentException missing(String what) {
        return new IllegalArgumentException("the header lacks %s; found %s".formatted(what, String.join(", ", given)));
    }

    static String plain(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
