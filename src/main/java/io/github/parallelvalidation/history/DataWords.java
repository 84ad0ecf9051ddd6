package io.github.parallelvalidation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Words the bars that a worker says it measured with.
final class DataWords {
    private static final int DATE = 10;

    /// What makes bars others, in the order in which it is said; the rest of what a worker says follows from it.
    private static final Map<String, String> NAMES = Map.of(
            "symbol", "symbol",
            "timeframe", "timeframe",
            "source", "file",
            "first", "first bar",
            "last", "last bar",
            "bars", "bars read",
            "window_bars", "bars judged");
    private static final List<String> KEYS =
            List.of("symbol", "timeframe", "source", "first", "last", "bars", "window_bars");

    private DataWords() {}

    /// "BTCUSD 1h, 4416 bars up to 2023-12-31"; nothing where the worker says nothing.
    static String of(Map<String, String> data) {
        List<String> words = new ArrayList<>();
        if (data.containsKey("symbol")) {
            words.add((data.get("symbol") + " " + data.getOrDefault("timeframe", "")).strip());
        }
        String last = data.getOrDefault("last", "");
        if (data.containsKey("window_bars")) {
            words.add(data.get("window_bars") + " bars" + (last.isEmpty() ? "" : " up to " + date(last)));
        }
        return String.join(", ", words);
    }

    /// "last bar 2023-12-31, then 2024-01-31"
    static List<String> changes(Map<String, String> before, Map<String, String> after) {
        return Change.of(KEYS, before, after).stream()
                .map(change -> change.words(NAMES.getOrDefault(change.name(), change.name()), DataWords::date))
                .toList();
    }

    /// The day of a time; anything else as it is.
    private static String date(String text) {
        return text.length() > DATE && text.charAt(DATE) == 'T' ? text.substring(0, DATE) : text;
    }
}
