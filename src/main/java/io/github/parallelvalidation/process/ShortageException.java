package io.github.parallelvalidation.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something could not be done because the machine has too little of what it takes.
public final class ShortageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Shortage shortage;

    /// @param what could not be done, in the words of whoever tried
    public ShortageException(Shortage shortage, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.shortage = shortage;
    }

    /// Throws it where a shortage is why something failed.
    public static void raise(Exception failure) {
        Shortage.of(failure).ifPresent(shortage -> {
            throw new ShortageException(shortage, String.valueOf(failure.getMessage()), failure);
        });
    }

    /// Reads in what is needed to say so, while files can still be opened.
    public static void prepare() {
        raise(new IOException("nothing is short"));
    }

    public Shortage shortage() {
        return shortage;
    }
}
