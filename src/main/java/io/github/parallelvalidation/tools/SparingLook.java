package io.github.parallelvalidation.tools;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at something that is costly to read only when there is a sign that it has changed.
///
/// @param <T> what is read
final class SparingLook<T> {
    private final Supplier<T> reading;
    private final Supplier<?> sign;
    private @Nullable Object before;
    private @Nullable T read;

    /// @param sign is equal to the last one for as long as nothing has changed
    SparingLook(Supplier<T> reading, Supplier<?> sign) {
        this.reading = reading;
        this.sign = sign;
    }

    /// Reads where there is a sign, or nothing was read yet.
    T look() {
        // First the sign: what changes while it is read is a sign the next time.
        Object now = sign.get();
        T known = read;
        if (known == null || !now.equals(before)) {
            known = reading.get();
            read = known;
            before = now;
        }
        return known;
    }
}
