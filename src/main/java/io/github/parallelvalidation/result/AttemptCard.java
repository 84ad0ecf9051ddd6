package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.FailureClasses;
import io.github.parallelvalidation.supervise.WorkerExit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The diagnosis of one attempt: how it ended, what its process used, what it printed last.
///
/// @param number from 1
/// @param lastLines what the worker printed last
/// @param command runs the same again by hand; empty where there is none
public record AttemptCard(
        int number, String workerId, Ending ending, Usage usage, List<String> lastLines, String command) {

    /// How the attempt ended.
    ///
    /// @param kind the failure class, or null where it gave metrics
    /// @param message what happened, in a sentence; empty where it gave metrics
    /// @param exit `exit status 1` or `ended by SIGKILL`; empty where it is not known
    public record Ending(@Nullable FailureClass kind, String message, String exit) {}

    /// The resources that its process used.
    ///
    /// @param peakMemoryMb largest resident memory that was sampled, 0 where none was
    /// @param cpuSeconds processor time that was sampled, 0 where none was
    /// @param waitSeconds how long it was ready to run without a processor, as far as that is known
    /// @param judgedBefore strategies that its process had judged before
    public record Usage(double seconds, long peakMemoryMb, double cpuSeconds, double waitSeconds, int judgedBefore) {

        /// Of a process of its own that waited for no processor.
        public Usage(double seconds, long peakMemoryMb, double cpuSeconds) {
            this(seconds, peakMemoryMb, cpuSeconds, 0, 0);
        }
    }

    public AttemptCard {
        lastLines = List.copyOf(lastLines);
    }

    /// @param attempts all attempts at one strategy
    public static List<AttemptCard> of(List<Attempt> attempts) {
        return IntStream.range(0, attempts.size())
                .mapToObj(index -> of(attempts.get(index), FailureClasses.of(attempts, index)))
                .toList();
    }

    private static AttemptCard of(Attempt attempt, Optional<FailureClass> kind) {
        Evidence evidence = attempt.evidence();
        WorkerExit exit = evidence.exit();
        return new AttemptCard(
                attempt.id().number(),
                attempt.id().workerId(),
                new Ending(kind.orElse(null), sentence(attempt.outcome()), exit == null ? "" : exit.words()),
                new Usage(
                        attempt.seconds(),
                        evidence.peakMemoryMb(),
                        evidence.cpuSeconds(),
                        evidence.waitSeconds(),
                        evidence.judgedBefore()),
                // A worker that gave metrics has its log; a shelf of cards stays readable.
                kind.isPresent() ? evidence.lastLines() : List.of(),
                evidence.command());
    }

    private static String sentence(AttemptOutcome outcome) {
        return switch (outcome) {
            case AttemptOutcome.Completed _ -> "";
            case AttemptOutcome.Cancelled _ -> "cancelled";
            case AttemptOutcome.Crashed crash -> crash.message();
            case AttemptOutcome.Reported reported -> reported.message();
            case AttemptOutcome.TimedOut timeout ->
                "no result after %s s".formatted(PlainNumber.of(timeout.limitSeconds()));
            case AttemptOutcome.MemoryExceeded memory ->
                "used %d MB, more than the %d MB allowed".formatted(memory.usedMb(), memory.limitMb());
        };
    }
}
