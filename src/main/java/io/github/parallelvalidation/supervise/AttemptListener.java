package io.github.parallelvalidation.supervise;

/// Receives the progress of a running attempt. Called from the supervisor's threads; must be quick.
public interface AttemptListener {
    /// The stage before the worker has said one.
    String STARTING = "starting";

    void progress(double fraction, String stage);

    void memory(long residentMb);

    /// What it computes: 1 is one processor, all the time.
    default void processors(double used) {}

    /// Reports that it still runs, so many seconds after its start.
    default void running(double seconds) {}
}
