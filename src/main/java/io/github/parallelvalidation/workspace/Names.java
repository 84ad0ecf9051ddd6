package io.github.parallelvalidation.workspace;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Suggests the known name nearest to a wrong one, for "did you mean".
public final class Names {
    private Names() {}

    /// The nearest name by edit distance, when it is near enough to be a slip of the pen.
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        int limit = Math.max(2, wrong.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(limit);
        return known.stream()
                .filter(name -> isSlip(distance.apply(wrong, name), wrong, name))
                .min(Comparator.comparingInt(name -> distance.apply(wrong, name)));
    }

    /// @param steps from one to the other; -1 for too many
    private static boolean isSlip(int steps, String wrong, String name) {
        boolean isShort = 2 * steps >= name.length();
        return steps >= 0 && (steps <= 1 || !isShort || hasTheLettersOf(wrong, name));
    }

    /// Two letters that changed places are two steps, but one slip.
    private static boolean hasTheLettersOf(String wrong, String name) {
        return Arrays.equals(
                wrong.chars().sorted().toArray(), name.chars().sorted().toArray());
    }
}
