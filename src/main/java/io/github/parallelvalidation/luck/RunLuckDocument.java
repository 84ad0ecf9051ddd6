package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Converts the luck of a run to and from the keys that stand beside its counts: in plan files, in the history, in
/// JSON.
public final class RunLuckDocument {
    public static final String EXPECTED = "expected_lucky_passes";
    public static final String PASSES_90 = "lucky_passes_90";
    public static final String P_VALUE = "run_p_value";

    private static final String JOINT = "luck_joint";
    private static final String INDEPENDENT = "luck_independent";
    private static final String SHIFTED = "luck_circular_shift";
    private static final String UNKNOWN = "luck_unknown";
    private static final String WORLDS = "luck_worlds";
    private static final String IS_BOUND = "expected_lucky_passes_is_upper_bound";
    private static final String KNOWN_PASSED = "luck_known_passed";

    private RunLuckDocument() {}

    /// @param luck null where nothing is known: the three figures are then null
    /// @param passed all passes of the run
    public static void put(Map<String, @Nullable Object> map, @Nullable RunLuck luck, int passed) {
        putFigures(map, luck, "");
        if (luck == null) {
            return;
        }
        RunLuck.Counts counts = luck.counts();
        putCount(map, JOINT, counts.joint(), 0);
        putCount(map, INDEPENDENT, counts.independent(), 0);
        putCount(map, SHIFTED, counts.shifted(), 0);
        putCount(map, KNOWN_PASSED, counts.passed(), passed);
        putCount(map, WORLDS, luck.worlds(), 0);
        if (luck.isBound()) {
            map.put(IS_BOUND, true);
        }
    }

    /// The three figures alone, and for how many strategies they say nothing, where there are any.
    ///
    /// @param suffix of the keys, such as `_before`
    public static void putFigures(Map<String, @Nullable Object> map, @Nullable RunLuck luck, String suffix) {
        RunLuck.Range range = luck == null ? null : luck.passes90();
        map.put(EXPECTED + suffix, luck == null ? null : luck.expected());
        map.put(PASSES_90 + suffix, range == null ? null : List.of(range.low(), range.high()));
        map.put(P_VALUE + suffix, luck == null ? null : luck.pValue());
        putCount(map, UNKNOWN + suffix, luck == null ? 0 : luck.counts().unknown(), 0);
    }

    private static void putCount(Map<String, @Nullable Object> map, String key, int count, int usual) {
        if (count != usual) {
            map.put(key, count);
        }
    }

    /// Records of older versions know the expected passes only.
    ///
    /// @param passed all passes of the run
    /// @return null where nothing is known
    public static @Nullable RunLuck read(YamlMapping map, int passed) {
        Double expected = number(map, EXPECTED, Double.MAX_VALUE);
        if (expected == null) {
            return null;
        }
        int shifted = count(map, SHIFTED, 0);
        return new RunLuck(
                expected,
                map.find(PASSES_90).map(RunLuckDocument::range).orElse(null),
                number(map, P_VALUE, 1),
                new RunLuck.Counts(
                        count(map, KNOWN_PASSED, passed),
                        count(map, JOINT, 0),
                        shifted,
                        Math.max(0, count(map, INDEPENDENT, 0) - shifted),
                        count(map, UNKNOWN, 0)),
                count(map, WORLDS, 0),
                map.find(IS_BOUND).isPresent() && map.truth(IS_BOUND));
    }

    private static @Nullable Double number(YamlMapping map, String key, double most) {
        return map.findScalar(key).map(scalar -> scalar.asDouble(key, 0, most)).orElse(null);
    }

    private static int count(YamlMapping map, String key, int usual) {
        return map.findInt(key, 0, Integer.MAX_VALUE).orElse(usual);
    }

    private static RunLuck.Range range(YamlNode node) {
        List<Integer> ends = node.asSequence(PASSES_90).items().stream()
                .map(item -> item.asScalar(PASSES_90).asInt(PASSES_90, 0, Integer.MAX_VALUE))
                .toList();
        if (ends.size() != 2) {
            throw node.problem(PASSES_90 + " must be two numbers, the low and the high one");
        }
        return new RunLuck.Range(ends.getFirst(), ends.getLast());
    }
}
