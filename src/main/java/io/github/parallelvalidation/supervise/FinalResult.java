package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.ProblemException;
import java.util.List;

/// Reads a worker's results after its end, when nothing of it is left that could change them.
///
/// @param worker has ended
record FinalResult(ResultReader reader, WorkerTask task, RunningWorker worker) {

    boolean hasFlag() {
        return reader.hasFlag();
    }

    AttemptOutcome outcome() {
        try {
            return reader.read().map(WorkerReport::outcome).orElseGet(this::none);
        } catch (ProblemException e) {
            String why = task.workspace().shorter(e.problem().headline());
            return new AttemptOutcome.Crashed("the worker's results cannot be used: " + why + lastWords(), true);
        }
    }

    private AttemptOutcome none() {
        WorkerExit exit = worker.exit();
        String how = exit == null ? "its end is not known" : exit.words();
        return new AttemptOutcome.Crashed("the worker ended without results (" + how + ")" + lastWords());
    }

    /// Its last output, which often tells why it ended.
    private String lastWords() {
        List<String> lines = worker.lastLines();
        return lines.isEmpty() ? "" : "; it last said: " + lines.getLast().strip();
    }
}
