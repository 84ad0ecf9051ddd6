package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What `relaxed_gates` of an entry says with a verdict. What passed L0 under relaxed thresholds stays marked with each
/// verdict at L1, until L0 is judged anew.
final class RelaxedMark {
    private static final Pattern THRESHOLD = Pattern.compile("([a-z0-9_]+)=[-+.0-9eE]+");

    private RelaxedMark() {}

    /// @param before what it says now, null where it says nothing
    /// @return null where nothing is to be marked
    static @Nullable String after(@Nullable String before, StatusChange.Finish verdict) {
        String own = verdict.relaxedGates().isEmpty() ? null : ThresholdsText.of(verdict.relaxedGates());
        if (verdict.tier() == Tier.L0 || before == null) {
            return own;
        }
        String text = Stream.concat(Stream.of(before.split(" ")).filter(RelaxedMark::isOfL0), Stream.ofNullable(own))
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private static boolean isOfL0(String word) {
        Matcher found = THRESHOLD.matcher(word);
        return found.matches() && !L1Gates.DEFAULT.thresholds().containsKey(found.group(1));
    }
}
