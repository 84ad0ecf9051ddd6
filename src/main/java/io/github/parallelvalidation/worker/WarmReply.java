package io.github.parallelvalidation.worker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line by which a worker that judges many says that it is done with one. It begins with the worker id of that
/// one, which nothing that is judged knows: no output can be taken for it.
///
/// @param status the exit status that a process of its own would have had
/// @param peakMemoryKb largest resident memory while it was at it, 0 where that is not known
public record WarmReply(int status, long peakMemoryKb) {
    /// The strategy gets a process of its own: it names a program of its own, or needs more memory than there is left.
    public static final int DECLINED = 5;

    private static final Pattern FORM = Pattern.compile(" done ([0-9]{1,3}) ([0-9]{1,15})");

    String line(String workerId) {
        return workerId + " done " + status + " " + peakMemoryKb;
    }

    /// @param workerId of the one that is waited for
    public static Optional<WarmReply> parse(String line, String workerId) {
        if (!line.startsWith(workerId)) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(line.substring(workerId.length()));
        return matcher.matches()
                ? Optional.of(new WarmReply(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    public boolean isDeclined() {
        return status == DECLINED;
    }

    /// Whether the strategy was measured; after anything else its process is not used again.
    public boolean isMeasured() {
        return status == BuiltInWorker.PASSED || status == BuiltInWorker.FAILED;
    }
}
