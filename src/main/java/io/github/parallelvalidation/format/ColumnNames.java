package io.github.parallelvalidation.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Recognises the open time, open, high, low, close and volume among column names. Case and everything but letters and
/// digits are ignored: `Open_Time` and `open time` are equal. So is a prefix or suffix that all four prices share:
/// `open_BTC` or `PX_OPEN`.
final class ColumnNames {
    private static final List<List<String>> PRICE_NAMES = List.of(
            List.of("open", "openprice", "priceopen", "opening", "openingprice", "o"),
            List.of("high", "highprice", "pricehigh", "highest", "highestprice", "h"),
            List.of("low", "lowprice", "pricelow", "lowest", "lowestprice", "l"),
            List.of(
                    "close",
                    "closeprice",
                    "priceclose",
                    "closing",
                    "closingprice",
                    "c",
                    "closelast",
                    "last",
                    "lastprice",
                    "price"));

    /// The number before a name: `1. open`.
    private static final Pattern ORDINAL = Pattern.compile("^[0-9]+[a-z]?\\. ");

    private final List<String> given;
    private final List<String> names;

    private ColumnNames(List<String> given) {
        this.given = given;
        this.names = given.stream()
                .map(name -> plain(ORDINAL.matcher(name).replaceFirst("")))
                .toList();
    }

    /// Per column its role, see [ColumnRoles].
    ///
    /// @param sample of what the columns hold; may be empty
    /// @throws IllegalArgumentException with a sentence when a column is missing or there twice
    static int[] roles(List<String> header, Sample sample) {
        return new ColumnNames(header).roles(sample);
    }

    /// Whether a row holds names of prices, and is therefore meant as the header.
    static boolean isHeader(List<String> row) {
        ColumnNames columns = new ColumnNames(row);
        long plain = PRICE_NAMES.stream()
                .filter(names -> columns.first(names, "", "") >= 0)
                .count();
        return plain >= 2 || !columns.affixes().isEmpty();
    }

    static boolean hasTime(List<String> header) {
        return !new TimeColumns(new ColumnNames(header).names, Sample.NONE)
                .candidates()
                .isEmpty();
    }

    /// Whether several columns may be the time, so that what is in them has to tell.
    static boolean hasSeveralTimes(List<String> header) {
        return new TimeColumns(new ColumnNames(header).names, Sample.NONE)
                        .candidates()
                        .size()
                > 1;
    }

    static boolean isTime(String name) {
        return TimeColumns.isTime(plain(name));
    }

    /// The prefix and suffix that the names of the price columns share.
    private record Affix(String before, String behind) implements Comparable<Affix> {
        @Override
        public int compareTo(Affix other) {
            return (before + " " + behind).compareTo(other.before + " " + other.behind);
        }
    }

    private int[] roles(Sample sample) {
        Affix affix = affix();
        int[] roles = new int[names.size()];
        Arrays.fill(roles, ColumnRoles.OTHER);
        for (int role = ColumnRoles.OPEN; role <= ColumnRoles.CLOSE; role++) {
            int column = first(PRICE_NAMES.get(role), affix.before, affix.behind);
            if (column < 0) {
                throw missing("the column '" + ColumnRoles.name(role) + "'");
            }
            roles[only(column)] = role;
        }
        // An index or a currency has none: it is 0 then.
        new VolumeNames(names, sample).best().ifPresent(volume -> roles[only(volume)] = ColumnRoles.VOLUME);
        TimeColumns times = new TimeColumns(names, sample);
        if (times.candidates().isEmpty()) {
            throw withoutTime();
        }
        times.assign(roles);
        only(Arrays.stream(roles).boxed().toList().indexOf(ColumnRoles.TIME));
        int symbol = OneSymbol.column(names);
        if (symbol >= 0 && roles[symbol] == ColumnRoles.OTHER) {
            roles[symbol] = ColumnRoles.SYMBOL;
        }
        return roles;
    }

    private Affix affix() {
        Affix none = new Affix("", "");
        boolean isPlain = PRICE_NAMES.stream().allMatch(names -> first(names, "", "") >= 0);
        Set<Affix> affixes = isPlain ? Set.of() : affixes();
        if (affixes.size() > 1) {
            throw new IllegalArgumentException("the header has several sets of prices and does not say which is meant;"
                    + " keep one of them; found " + String.join(", ", given));
        }
        return affixes.stream().findFirst().orElse(none);
    }

    /// All affixes under which all four prices are there.
    private Set<Affix> affixes() {
        Set<Affix> affixes = new TreeSet<>();
        String open = PRICE_NAMES.getFirst().getFirst();
        for (String name : names) {
            int at = name.indexOf(open);
            if (at < 0 || name.length() == open.length()) {
                continue;
            }
            Affix affix = new Affix(name.substring(0, at), name.substring(at + open.length()));
            if (PRICE_NAMES.stream().allMatch(prices -> first(prices, affix.before, affix.behind) >= 0)) {
                affixes.add(affix);
            }
        }
        return affixes;
    }

    /// The column of the first of these names that is there, or -1.
    private int first(List<String> candidates, String before, String behind) {
        return candidates.stream()
                .mapToInt(candidate -> names.indexOf(before + candidate + behind))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
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
