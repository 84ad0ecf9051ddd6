package io.github.parallelvalidation.supervise;

import java.util.Map;
import java.util.Optional;

/// The exit status of a process, as reported to its parent.
///
/// @param status the exit status; 128 and the signal's number where a signal ended it
public record WorkerExit(int status) {
    private static final int SIGNALLED = 128;
    private static final int MOST_SIGNALS = 64;

    /// Those with the same number on every Unix.
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "SIGHUP"),
            Map.entry(2, "SIGINT"),
            Map.entry(3, "SIGQUIT"),
            Map.entry(4, "SIGILL"),
            Map.entry(5, "SIGTRAP"),
            Map.entry(6, "SIGABRT"),
            Map.entry(8, "SIGFPE"),
            Map.entry(9, "SIGKILL"),
            Map.entry(11, "SIGSEGV"),
            Map.entry(13, "SIGPIPE"),
            Map.entry(14, "SIGALRM"),
            Map.entry(15, "SIGTERM"),
            Map.entry(24, "SIGXCPU"),
            Map.entry(25, "SIGXFSZ"));

    /// The signal that ended it, if one did.
    public Optional<String> signal() {
        int number = status - SIGNALLED;
        return number > 0 && number <= MOST_SIGNALS
                ? Optional.of(NAMES.getOrDefault(number, "signal " + number))
                : Optional.empty();
    }

    public String words() {
        return signal().map(name -> "ended by " + name).orElse("exit status " + status);
    }
}
