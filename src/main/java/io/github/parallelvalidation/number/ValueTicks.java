package io.github.parallelvalidation.number;

import java.util.List;
import java.util.stream.LongStream;

/// Round values on the axis of a picture: 1, 2 or 5 times a power of ten apart.
///
/// @param decimals digits after the point that tell them apart
public record ValueTicks(List<Double> values, int decimals) {

    /// @param low of what is seen
    /// @param high of what is seen
    /// @param most how many have room
    public static ValueTicks of(double low, double high, int most) {
        double range = high - low;
        if (!(range > 0) || !Double.isFinite(range)) {
            return new ValueTicks(List.of(), 0);
        }
        double step = RoundStep.of(range / Math.max(1, most));
        List<Double> values = LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
                .mapToObj(times -> times * step)
                .toList();
        return new ValueTicks(values, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
    }
}
