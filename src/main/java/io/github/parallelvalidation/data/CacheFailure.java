package io.github.parallelvalidation.data;

import java.io.IOException;

/// The bar cache could not be written. The bars are then read without it.
final class CacheFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    CacheFailure(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    IOException reason() {
        return reason;
    }
}
