package io.github.parallelvalidation.workspace;

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
                .filter(name -> distance.apply(wrong, name) >= 0)
                .min(Comparator.comparingInt(name -> distance.apply(wrong, name)));
    }
}
