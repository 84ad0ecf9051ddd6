package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.workspace.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Whether a run is due, and if not, why.
public sealed interface WatchState {

    /// The reason for waiting, in a sentence for a person.
    String sentence();

    /// Whether this can pass without a change of the files that are watched.
    default boolean mayPass() {
        return false;
    }

    /// Enough strategies wait for a run to start.
    record Due(Tier tier, int waiting) implements WatchState {
        @Override
        public String sentence() {
            return Counted.of(waiting, "strategy awaits", "strategies await") + " " + tier + ": a run starts.";
        }
    }

    /// Fewer strategies wait than a run needs.
    ///
    /// @param needed as `min_queue_depth_for_parallel` says
    record TooFew(Tier tier, int waiting, int needed) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: %d of the %d strategies that start a run await %s."
                    .formatted(waiting, needed, tier);
        }
    }

    /// The last run was cancelled, and nothing has changed since.
    record Unchanged(Tier tier, int waiting) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: %d await %s as the last run left them; a run starts when the queue changes."
                    .formatted(waiting, tier);
        }
    }

    /// A run was to begin and did not, and nothing has changed since.
    record NotBegun(Tier tier, int waiting) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: %d await %s, but no run of them began; one starts when the queue changes."
                    .formatted(waiting, tier);
        }
    }

    /// There is no queue yet.
    record NoQueue(Path queue) implements WatchState {
        @Override
        public String sentence() {
            return "Watching for " + queue + ", which is not there yet.";
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /// The pipeline is in a phase before the validation.
    record EarlierPhase(String phase) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: the pipeline is in phase '%s'; a run starts from phase 2 on.".formatted(phase);
        }
    }

    /// Another program holds the workspace's lock.
    record Locked(String holder) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: another run holds the workspace (" + holder + "); it is waited for.";
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /// A run was interrupted, and a person has to resume or discard it.
    record Interrupted(String runId, String summary) implements WatchState {
        @Override
        public String sentence() {
            return "Watching the queue: no run starts before the interrupted run " + runId
                    + " is resumed with validate --resume, or discarded with validate --discard. " + summary;
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /// Files cannot be read, perhaps because somebody is writing them.
    record Broken(List<Problem> problems) implements WatchState {
        public Broken {
            problems = List.copyOf(problems);
        }

        @Override
        public String sentence() {
            return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))
                    + "\nWatching the queue: no run starts before this is mended.";
        }

        @Override
        public boolean mayPass() {
            return true;
        }
    }

    /// A run was started and refused before it wrote anything.
    record Refused(String message) implements WatchState {
        @Override
        public String sentence() {
            return message;
        }
    }
}
