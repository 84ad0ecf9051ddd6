package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.workspace.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// A worker that is at a strategy, in one line: how far it is, what it does, how long it has been at it.
final class BusyLine {
    private static final int BAR = 24;

    /// Room for "market 1999 of 1999": cut off in its number it would say something else.
    private static final int STAGE = 19;

    private BusyLine() {}

    static String of(Terminal terminal, Slot.Busy busy, Instant now) {
        int full = (int) Math.round(busy.progress().fraction() * BAR);
        String attempt = busy.attempt().number() > 1
                ? "  attempt %d of %d: %s"
                        .formatted(
                                busy.attempt().number(),
                                busy.attempt().allowed(),
                                busy.attempt().why())
                : "";
        return String.format(
                Locale.ROOT,
                "%-10s %s%s %3.0f %%  %-" + STAGE + "s %s of ~%s%s%s",
                busy.id(),
                "━".repeat(full),
                terminal.paint(Terminal.Role.MUTED, "─".repeat(BAR - full)),
                100 * busy.progress().fraction(),
                stage(busy.progress().stage()),
                clock(Duration.between(busy.startedAt(), now)),
                clock(Duration.ofMillis(Math.round(busy.estimatedSeconds() * 1000))),
                attempt,
                busy.remark().isEmpty() ? "" : "  " + terminal.paint(Terminal.Role.WARNING, busy.remark()));
    }

    private static String stage(String words) {
        return words.codePointCount(0, words.length()) > STAGE ? Printable.cut(words, STAGE - 1) : words;
    }

    static String clock(Duration duration) {
        return Figures.clock((double) Math.max(0, duration.toSeconds()));
    }
}
