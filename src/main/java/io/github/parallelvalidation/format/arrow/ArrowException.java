package io.github.parallelvalidation.format.arrow;

import java.io.IOException;

/// A file that is damaged, or holds what is not read. The message is half a sentence.
public final class ArrowException extends IOException {
    private static final long serialVersionUID = 1L;

    ArrowException(String message) {
        super(message);
    }

    static ArrowException damaged(String what) {
        return new ArrowException("%s; the file is damaged, write or copy it again".formatted(what));
    }
}
