package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.workspace.Names;
import java.util.List;
import java.util.Optional;

/// Tells a slip of the pen from somebody else's status: both are unknown words to us.
final class StatusSlip {
    private static final List<String> WORDS = Status.words().toList();

    private StatusSlip() {}

    /// The status that was meant by an unknown one; empty where it is another word.
    static Optional<String> meant(String unknown) {
        // A letter may stand for the figure of the tier. Another figure is another tier.
        String asTier = Status.word(unknown)
                .replaceFirst("^(|.*_)L[OQ](?=_|$)", "$1L0")
                .replaceFirst("^(|.*_)L[IL](?=_|$)", "$1L1");
        return Names.nearest(asTier, WORDS)
                .filter(known -> figures(asTier).equals(figures(known)) && !isLongerWord(asTier, known));
    }

    private static String figures(String word) {
        return word.replaceAll("[^0-9]", "");
    }

    /// What adds to a known word, as `DEQUEUED` does, is another one.
    private static boolean isLongerWord(String word, String known) {
        return word.contains(known) && word.length() > known.length() + 1;
    }
}
