package io.github.parallelvalidation.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the column of the open time from the names, and where there are several candidates, from their values.
final class TimeColumns {
    /// In this order: what is named as the open comes first, for beside it `timestamp` may be the close.
    private static final List<String> NAMES = List.of(
            "opentime",
            "opentimestamp",
            "opendatetime",
            "timeopen",
            "timeperiodstart",
            "periodstart",
            "windowstart",
            "intervalstart",
            "barstart",
            "starttime",
            "starttimestamp",
            "candlebegintime",
            "beginsat",
            "begin",
            "start",
            "timestamp",
            "datetime",
            "candletime",
            "bartime",
            "candledatetime",
            "localtime",
            "gmttime",
            "utctime",
            "time",
            "date",
            "dates",
            "day",
            "ts",
            "t",
            "unixtimestamp",
            "unixtime",
            "unix",
            "epoch",
            "epochtime",
            "bucket",
            "utc",
            "gmt",
            "indexlevel0",
            "id");

    private static final List<String> CLOCKS = List.of("time", "timestamp", "clock", "timeofday", "hour");

    /// What a column without a name of its own is called.
    private static final Set<String> INDEX_NAMES = Set.of("", "unnamed0", "index");

    /// What may be said behind a name about how its times are written.
    private static final List<String> WAYS = List.of("utc", "gmt", "ms", "us", "ns", "iso", "iso8601", "unix");

    private final List<String> names;
    private final Sample sample;

    /// @param names in small letters and digits only
    TimeColumns(List<String> names, Sample sample) {
        this.names = names.stream().map(TimeColumns::plain).toList();
        this.sample = sample;
    }

    static boolean isTime(String name) {
        return NAMES.contains(plain(name));
    }

    private static String plain(String name) {
        for (String way : WAYS) {
            if (name.endsWith(way) && name.length() > way.length()) {
                return name.substring(0, name.length() - way.length());
            }
        }
        return name;
    }

    /// The columns that may be the time, the likeliest first.
    List<Integer> candidates() {
        List<Integer> candidates = new ArrayList<>();
        for (String name : NAMES) {
            int column = names.indexOf(name);
            if (column >= 0) {
                candidates.add(column);
            }
        }
        if (candidates.isEmpty() && !names.isEmpty() && INDEX_NAMES.contains(names.getFirst())) {
            candidates.add(0);
        }
        return candidates;
    }

    /// Gives one column the role of the time, and where it holds only the day, another one that of the clock.
    void assign(int[] roles) {
        List<Integer> candidates = candidates();
        boolean hasChoice = candidates.size() > 1
                || CLOCKS.stream()
                        .anyMatch(clock -> candidates.getFirst() != names.indexOf(clock) && names.contains(clock));
        // What is in them is looked at only where the names leave a choice: it takes time.
        List<Integer> times =
                hasChoice ? candidates.stream().filter(sample::isTime).toList() : List.of();
        List<Integer> telling = times.stream()
                .filter(column -> clock(column, roles) >= 0 || sample.isVaried(column))
                .toList();
        // Beside the start of a bar may stand when it was first traded, or when it was written down: these are odd.
        int time = telling.stream()
                .filter(column -> clock(column, roles) >= 0 || sample.isOnGrid(column))
                .findFirst()
                .orElseGet(() -> Stream.of(telling, times, candidates)
                        .flatMap(List::stream)
                        .findFirst()
                        .orElseThrow());
        int clock = telling.contains(time) ? clock(time, roles) : -1;
        if (clock >= 0) {
            roles[clock] = ColumnRoles.CLOCK;
        }
        roles[time] = ColumnRoles.TIME;
    }

    /// The column of the time of day that belongs to a column of days, or -1.
    private int clock(int day, int[] roles) {
        if (!sample.isMidnight(day)) {
            return -1;
        }
        for (String name : CLOCKS) {
            int column = names.indexOf(name);
            if (column >= 0
                    && column != day
                    && roles[column] == ColumnRoles.OTHER
                    && !sample.rows().isEmpty()
                    && sample.isClock(column)) {
                return column;
            }
        }
        return -1;
    }
}
