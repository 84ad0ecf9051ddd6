package io.github.parallelvalidation.ui.frame;

/// No window can be shown on this machine; the message is a sentence that says what it needs.
public final class NoDisplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// In what JavaFX says where its own library for Linux finds no GTK.
    private static final String GTK = "GTK";

    private NoDisplayException(String message, Throwable cause) {
        super(message, cause);
    }

    /// @param cause what JavaFX threw, which has no common exception for a missing display, a missing GTK or a missing
    ///     library
    static NoDisplayException of(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        return new NoDisplayException(
                said.contains(GTK)
                        ? "The window needs GTK 3, which JavaFX cannot load here; it is in the package libgtk-3-0 of"
                                + " Debian and Ubuntu, and gtk3 of Fedora."
                        : "The window needs a display (%s).".formatted(said),
                cause);
    }
}
