package io.github.parallelvalidation.workspace;

import java.io.IOException;

/// What stands under the name of a file is nothing that can be read to its end. The message is half a
/// sentence: "it is a named pipe; …".
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String message) {
        super(message);
    }
}
