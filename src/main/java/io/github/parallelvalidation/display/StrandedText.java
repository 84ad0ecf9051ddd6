package io.github.parallelvalidation.display;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.workspace.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Words that entries say they are being validated although nobody is at them.
public final class StrandedText {
    private static final String NOBODY = "no run is on and none waits to be resumed";

    private StrandedText() {}

    /// A warning for one of them, with its place and what can be done on the command line.
    public static Problem warning(Path queue, QueueEntry entry) {
        return new Problem(
                queue,
                entry.line(),
                1,
                "%s is %s, but %s; `validate --recover` lets it wait again"
                        .formatted(entry.id(), entry.status(), NOBODY),
                "");
    }

    /// All of them in a sentence.
    public static String sentence(List<QueueEntry> entries) {
        return entries.size() == 1
                ? "%s is %s, but %s."
                        .formatted(entries.getFirst().id(), entries.getFirst().status(), NOBODY)
                : "%d strategies are said to be validated right now, but %s.".formatted(entries.size(), NOBODY);
    }

    /// `STR-101 L0_VALIDATING`, a line each.
    public static String list(List<QueueEntry> entries) {
        return entries.stream().map(entry -> entry.id() + " " + entry.status()).collect(Collectors.joining("\n"));
    }
}
