package io.github.parallelvalidation.tools;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call that was refused, with the reason in a sentence that also says what would be allowed.
public final class ToolException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// The kinds of refusal, by which a program can tell them apart.
    public enum Kind {
        /// The arguments are not as the tool needs them.
        USAGE,
        /// It is not allowed as things stand.
        REFUSED,
        /// It would start a program that this user has not accepted.
        NOT_ACCEPTED,
        /// A file cannot be read or written as needed.
        FILE,
        /// Another run holds the workspace.
        LOCKED,
        /// The machine has too little of something.
        SHORTAGE,
        /// The run could not go on.
        STOPPED,
        /// The caller gave up.
        CANCELLED,
        /// A mistake of this program.
        INTERNAL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final transient Map<String, @Nullable Object> details;

    public ToolException(Kind kind, String sentence, Map<String, @Nullable Object> details) {
        super(sentence);
        this.kind = kind;
        this.details = details;
    }

    public ToolException(Kind kind, String sentence) {
        this(kind, sentence, Map.of());
    }

    static ToolException refused(String sentence) {
        return new ToolException(Kind.REFUSED, sentence);
    }

    static ToolException unknownWorker(String id) {
        return refused("no worker '%s' is known here; spawn_parallel_worker gives the ids".formatted(id));
    }

    public Kind kind() {
        return kind;
    }

    /// More for programs, by name.
    Map<String, @Nullable Object> details() {
        return details;
    }
}
