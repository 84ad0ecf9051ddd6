package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.List;

/// Reads a worker's results after its end, when nothing of it is left that could change them.
///
/// @param worker has ended
/// @param command what it was started with
record FinalResult(ResultReader reader, WorkerTask task, RunningWorker worker, WorkerCommand command) {

    boolean hasFlag() {
        return reader.hasFlag();
    }

    AttemptOutcome outcome() {
        try {
            return reader.read().map(WorkerReport::outcome).orElseGet(this::none);
        } catch (ProblemException e) {
            ShortageException.raise(e);
            requireRoom();
            String why = task.workspace().shorter(e.problem().headline());
            return new AttemptOutcome.Crashed("the worker's results cannot be used: " + why + lastWords(), true);
        }
    }

    private AttemptOutcome none() {
        requireRoom();
        requirePlenty();
        WorkerExit exit = worker.exit();
        String how = exit == null ? "its end is not known" : exit.words();
        return new AttemptOutcome.Crashed("the worker ended without results (" + how + ")" + lastWords());
    }

    /// No program can leave results on a disk that is full.
    private void requireRoom() {
        Shortage.ofDisk(task.outputFolder()).ifPresent(shortage -> {
            throw new ShortageException(shortage, "a worker left no results that can be used" + lastWords(), null);
        });
    }

    /// Our own worker leaves no results where the machine has too little for it, and says so. Whose fault any other
    /// program's words tell nobody knows.
    private void requirePlenty() {
        if (command instanceof WorkerCommand.BuiltIn) {
            worker.lastLines()
                    .forEach(line -> Shortage.in(line).ifPresent(shortage -> {
                        throw new ShortageException(shortage, "a worker said: " + line.strip(), null);
                    }));
        }
    }

    /// Its last output, which often tells why it ended.
    private String lastWords() {
        List<String> lines = worker.lastLines();
        return lines.isEmpty() ? "" : "; it last said: " + lines.getLast().strip();
    }
}
