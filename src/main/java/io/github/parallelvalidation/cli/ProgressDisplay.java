package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.FinishedResults;
import io.github.parallelvalidation.run.RunBoard;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Shows the progress of a run on standard error: four lines that are redrawn on a terminal, else one line per finished
/// strategy.
final class ProgressDisplay implements AutoCloseable {
    private static final int REDRAW_MILLIS = 100;
    private static final byte[] NO_WRAP = "\u001b[?7l".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WRAP = "\u001b[?7h".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_UP_AND_CLEAR = "\u001b[1A\u001b[2K".getBytes(StandardCharsets.US_ASCII);

    private final Terminal terminal;
    private final RunBoard board;
    private final boolean workerTimes;
    private final CountDownLatch over = new CountDownLatch(1);
    private int drawn;
    private FinishedResults told = FinishedResults.NONE;

    /// @param workerTimes whether the times of each worker are told
    ProgressDisplay(Terminal terminal, RunBoard board, boolean workerTimes) {
        this.terminal = terminal;
        this.board = board;
        this.workerTimes = workerTimes;
        Thread.ofPlatform().daemon().name("progress").start(this::follow);
    }

    private void follow() {
        try {
            do {
                show();
            } while (!over.await(REDRAW_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (over.getCount() == 0) {
            return;
        }
        RunSnapshot now = board.snapshot();
        clear();
        tell(now.finished());
        if (terminal.isInteractive() && now.planned() > 0) {
            draw(now);
        }
    }

    private void tell(FinishedResults finished) {
        for (StrategyResult result : finished.since(told)) {
            terminal.err().println(OutcomePrinter.line(terminal, result));
            if (workerTimes) {
                result.effort().cards().stream()
                        .map(card -> "           " + WorkerTimesLine.of(card))
                        .forEach(line -> terminal.err().println(terminal.paint(Terminal.Role.MUTED, line)));
            }
        }
        told = finished;
    }

    private void draw(RunSnapshot now) {
        Instant time = Instant.now();
        List<String> lines = new ArrayList<>();
        for (Slot slot : now.slots()) {
            switch (slot) {
                case Slot.Busy busy -> lines.add(BusyLine.of(terminal, busy, time));
                case Slot.Waiting waiting -> lines.add("%-10s waits: %s".formatted(waiting.id(), waiting.why()));
                case Slot.Idle _, Slot.Done _ -> {}
            }
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d of %d, %d passed, %s",
                now.finished().size(),
                now.planned(),
                now.summary().passed(),
                BusyLine.clock(Duration.ofMillis(Math.round(1000 * now.secondsSoFar(time))))));
        // A line that went on in the next row would not be cleared: what is too long ends at the edge.
        terminal.err().writeBytes(NO_WRAP);
        lines.forEach(terminal.err()::println);
        terminal.err().writeBytes(WRAP);
        terminal.err().flush();
        drawn = lines.size();
    }

    private void clear() {
        PrintStream err = terminal.err();
        for (; drawn > 0; drawn--) {
            // Bytes: as words they would be made visible.
            err.writeBytes(LINE_UP_AND_CLEAR);
        }
    }

    @Override
    public void close() {
        over.countDown();
        synchronized (this) {
            clear();
            tell(board.snapshot().finished());
            terminal.err().flush();
        }
    }
}
