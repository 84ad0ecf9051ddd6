package io.github.parallelvalidation.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A process so that it can be told from a later one with the same number, as written into a file.
///
/// @param startedAt when it began, in whole seconds
public record ProcessIdentity(long pid, String host, Instant startedAt) {
    /// Clocks are set, and what a machine says of its boot is rounded.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessIdentity ofThisOne() {
        ProcessHandle me = ProcessHandle.current();
        return new ProcessIdentity(me.pid(), hostName(), started(me));
    }

    public static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    public boolean isThisOne() {
        return pid == ProcessHandle.current().pid() && isAlive();
    }

    /// Whether it is on this machine and has not ended. Of a process elsewhere nothing is known.
    public boolean isAlive() {
        return host.equals(hostName())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> !isZombie(pid))
                        .filter(process -> Duration.between(started(process), startedAt)
                                        .abs()
                                        .compareTo(TOLERANCE)
                                <= 0)
                        .isPresent();
    }

    /// Whether it was on this machine and has ended. Of a process elsewhere nothing is known.
    public boolean hasEnded() {
        return host.equals(hostName()) && !isAlive();
    }

    private static boolean isZombie(long pid) {
        return ProcStat.of(pid).filter(ProcStat::isZombie).isPresent();
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
    }
}
