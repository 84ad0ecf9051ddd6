package io.github.parallelvalidation.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A value that two runs have otherwise.
///
/// @param before null where the first run has none
/// @param after null where the second run has none
record Change(
        String name, @Nullable String before, @Nullable String after) {

    /// All that differs, in the order of the first and then of what only the second has.
    static List<Change> of(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return of(names, before, after);
    }

    static List<Change> of(Collection<String> names, Map<String, String> before, Map<String, String> after) {
        List<Change> found = new ArrayList<>();
        for (String name : names) {
            String first = before.get(name);
            String second = after.get(name);
            if (first == null ? second != null : !first.equals(second)) {
                found.add(new Change(name, first, second));
            }
        }
        return found;
    }

    /// "period 14, then 21", "period 14, then none", "period 21, before none"
    String words(String shown, UnaryOperator<String> text) {
        if (before == null) {
            return "%s %s, before none".formatted(shown, after == null ? "" : text.apply(after));
        }
        String first = text.apply(before);
        String second = after == null ? "none" : text.apply(after);
        // What is shown shorter may look the same.
        return first.equals(second)
                ? "%s %s, then %s".formatted(shown, before, after)
                : "%s %s, then %s".formatted(shown, first, second);
    }
}
